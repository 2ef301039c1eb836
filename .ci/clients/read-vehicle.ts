// Reads a vehicle with the generated TypeScript client, in each view: node read-vehicle.js BASE VIN [KEY]
import { CatalogApi, Configuration, StylesApi, VehiclesApi } from "./client/index.js";
import { instanceOfDescription } from "./client/models/Description.js";
import { instanceOfListedCard } from "./client/models/ListedCard.js";
import { instanceOfVehicle } from "./client/models/Vehicle.js";
import { instanceOfVehicleCard } from "./client/models/VehicleCard.js";
import { instanceOfVehicleStyle } from "./client/models/VehicleStyle.js";

const [basePath = "", vin = "", apiKey] = process.argv.slice(2);
const configuration = new Configuration(apiKey === undefined ? { basePath } : { basePath, apiKey });
const vehicles = new VehiclesApi(configuration);
const catalog = new CatalogApi(configuration);

function check(right: boolean, otherwise: string): asserts right {
  if (!right) throw new Error(otherwise);
}

const full = await vehicles.findVehicle({ vin });
const card = await vehicles.findVehicle({ vin, view: "card" });
const style = await vehicles.findVehicle({ vin, view: "style" });
check(instanceOfVehicle(full) && instanceOfVehicleCard(card) && instanceOfVehicleStyle(style), "another view");
check(full.vin === vin && card.vin === vin && style.vin === vin, "another vehicle");
check(full.engines.length > 0 && full.options.length > 0, "no engines, or no options");
check((card.price.msrp ?? 0) > 0 && card.price.currency === "USD", "no price");
check(style.equipment.length > 0 && style.specifications.length > 0, "nothing of the style");

const styleId = full.styles[0]?.id ?? 0;
const alone = await new StylesApi(configuration).findStyle({ styleId });
check(instanceOfDescription(alone) && alone.make === card.make, "another style");
const words = await catalog.describeModel({ year: card.year ?? 0, make: card.make ?? "", model: card.model ?? "" });
check(instanceOfDescription(words) && words.styles.length > 0, "nothing by words");
const listed = await vehicles.listVehicles({ view: "card", limit: 5 });
check(listed.items.length > 0 && listed.items.every(instanceOfListedCard), "no list of cards");
check((await catalog.listCategories()).items.length > 0, "no categories");
// One that may be any of several styles, and an electric one.
for (const other of ["5FNYF8H98MBA12345", "5YJ3E1EB3MFA12345"]) {
  const whole = await vehicles.findVehicle({ vin: other });
  const short = await vehicles.findVehicle({ vin: other, view: "card" });
  check(instanceOfVehicle(whole) && instanceOfVehicleCard(short) && whole.vin === short.vin, "another vehicle");
}
console.log(`TypeScript: ${card.year} ${card.make} ${card.model}, ${full.options.length} options, ${card.price.msrp} ${card.price.currency}`);

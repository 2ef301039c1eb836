import client.ApiClient;
import client.api.CatalogApi;
import client.api.StylesApi;
import client.api.VehiclesApi;
import client.model.Description;
import client.model.Vehicle;
import client.model.VehicleCard;
import client.model.VehicleStyle;

/** Reads a vehicle with the generated Java client, in each view: ReadVehicle BASE VIN [KEY]. */
public final class ReadVehicle {

    /** One that may be any of several styles, and an electric one. */
    private static final String[] OTHERS = {"5FNYF8H98MBA12345", "5YJ3E1EB3MFA12345"};

    public static void main(String[] arguments) throws Exception {
        ApiClient client = new ApiClient().setBasePath(arguments[0]);
        if (arguments.length > 2) {
            client.setApiKey(arguments[2]);
        }
        String vin = arguments[1];
        VehiclesApi vehicles = new VehiclesApi(client);

        Vehicle full = (Vehicle) view(vehicles, vin, null);
        VehicleCard card = (VehicleCard) view(vehicles, vin, "card");
        VehicleStyle style = (VehicleStyle) view(vehicles, vin, "style");
        int styleId = full.getStyles().get(0).getId();
        Description alone = new StylesApi(client).findStyle(styleId, null, null, null, null).getDescription();
        Description words = new CatalogApi(client)
                .describeModel(card.getYear(), card.getMake(), card.getModel(), null, null, null, null, null, null, null)
                .getDescription();
        int categories = new CatalogApi(client).listCategories(null).getItems().size();

        check(vin.equals(full.getVin()) && vin.equals(card.getVin()) && vin.equals(style.getVin()), "another vehicle");
        check(full.getMake().equals(card.getMake()) && full.getMake().equals(alone.getMake()), "another make");
        check(!full.getEngines().isEmpty() && !full.getOptions().isEmpty(), "no engines, or no options");
        check(card.getPrice().getMsrp().signum() > 0 && "USD".equals(card.getPrice().getCurrency().getValue()), "no price");
        check(!style.getEquipment().isEmpty() && !style.getSpecifications().isEmpty(), "nothing of the style");
        check(!words.getStyles().isEmpty() && categories > 0, "nothing by words");
        for (String other : OTHERS) {
            check(other.equals(((Vehicle) view(vehicles, other, null)).getVin()), "another vehicle");
            check(other.equals(((VehicleCard) view(vehicles, other, "card")).getVin()), "another vehicle");
        }
        System.out.printf("Java: %d %s %s, %d options, %s %s%n", card.getYear(), card.getMake(), card.getModel(),
                full.getOptions().size(), card.getPrice().getMsrp(), card.getPrice().getCurrency());
    }

    private static Object view(VehiclesApi vehicles, String vin, String view) throws Exception {
        return vehicles.findVehicle(vin, null, null, null, null, null, null, null, view, null, null, null)
                .getActualInstance();
    }

    private static void check(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }
}

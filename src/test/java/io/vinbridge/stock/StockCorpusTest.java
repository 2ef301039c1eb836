package io.vinbridge.stock;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.stock.dealers.Dealer;
import io.vinbridge.stock.lines.LineMapper;
import io.vinbridge.stock.lines.StockColumns;
import io.vinbridge.stock.lines.StockLine;
import io.vinbridge.stock.reading.BrokenFile;
import io.vinbridge.stock.reading.SourceLine;
import io.vinbridge.stock.reading.SourceTable;
import io.vinbridge.stock.reading.StockContent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Files as dealers have them, in all shapes, and the rows that are in them. */
class StockCorpusTest {

    private static final String A = "1HGCV1F33LA000001";
    private static final String B = "5FNYF8H98MB000002";
    private static final String C = "1HGCV1F33LA000003";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @TempDir
    Path folder;

    /** The name of each file, its bytes, and its rows: the VIN, and fields as text. */
    static Stream<Arguments> files() throws IOException {
        String two = "vin,stock,price,mileage\n" + A + ",S1,15000,12000\n" + B + ",S2,20500,7\n";
        String rows = A + " mileage=12000 price=15000 stock=S1; " + B + " mileage=7 price=20500 stock=S2";
        return Stream.of(
                file("comma", two, rows),
                file("semicolon", two.replace(',', ';'), rows),
                file("tab", two.replace(',', '\t'), rows),
                file("pipe", two.replace(',', '|'), rows),
                file("sep line", "sep=;\n" + two.replace(',', ';'), rows),
                file("quoted sep line", "\"sep=|\"\r\n" + two.replace(',', '|').replace("\n", "\r\n"), rows),
                file("carriage returns", two.replace("\n", "\r\n"), rows),
                file("old Mac line ends", two.replace("\n", "\r"), rows),
                file("no line end at the end", two.stripTrailing(), rows),
                file("empty lines between", two.replace("\n", "\n\n"), rows),
                file("byte order mark", "\uFEFF" + two, rows),
                bytes("UTF-16LE with a mark", ("\uFEFF" + two).getBytes(UTF_16LE), rows),
                bytes("UTF-16BE with a mark", ("\uFEFF" + two).getBytes(UTF_16BE), rows),
                bytes("UTF-16LE without a mark", two.getBytes(UTF_16LE), rows),
                bytes("gzip", gzip(two.getBytes(UTF_8)), rows),
                bytes("zip", zip("stock.csv", two.getBytes(UTF_8)), rows),
                bytes("zip of a Mac", zip("stock.csv", two.getBytes(UTF_8), "__MACOSX/._stock.csv"), rows),
                bytes("windows-1252", ("vin,text\n" + A + ",Größe\n").getBytes(WINDOWS), A + " text=Größe"),
                file(
                        "quoted cells",
                        "\"vin\",\"text\"\n\"" + A + "\",\"one, \"\"two\"\"\"\n",
                        A + " text=one, \"two\""),
                file("line break in a cell", "vin,text\n" + A + ",\"one\ntwo\"\n", A + " text=one\ntwo"),
                file("trailer with a number", two + "TRAILER,2\n", rows),
                file("trailer with a sign", two + "#EOF|2\n", rows),
                file("trailer without a number", two + "EOF\n", rows),
                file("total of records", two + "Total Records: 2\n", rows),
                file("columns named again", two + two.lines().findFirst().orElseThrow() + "\n", rows),
                file("no names of columns", A + ",S1\n" + B + ",S2\n", A + " column 2=S1; " + B + " column 2=S2"),
                file("one column", "VIN\n" + A + "\n" + B + "\n", A + "; " + B),
                file("VIN Number", "VIN Number,Stock #\n" + A + ",S1\n", A + " stock=S1"),
                file("VIN#", "Stk#,VIN#\nS1," + A + "\n", A + " stock=S1"),
                file("vehicle_vin", "vehicle_vin,stock_number\n" + A + ",S1\n", A + " stock=S1"),
                file("VehicleVIN", "VehicleVIN,StockNo\n" + A + ",S1\n", A + " stock=S1"),
                file("long name", "Vehicle Identification Number,Inventory Number\n" + A + ",S1\n", A + " stock=S1"),
                file("ChassisNo", "ChassisNo,Stock ID\n" + A + ",S1\n", A + " stock=S1"),
                file("Serial/VIN", "Serial/VIN,Unit Number\n" + A + ",S1\n", A + " stock=S1"),
                file(
                        "German",
                        "Fahrgestellnummer;Preis;Laufleistung\n" + A + ";15.000,00 €;12.345 km\n",
                        A + " mileage=12345 mileageUnit=KM price=15000"),
                file(
                        "French",
                        "NIV;Prix;Kilométrage\n" + A + ";15 000,50 €;12 345\n",
                        A + " mileage=12345 mileageUnit=KM price=15000.5"),
                file("VIN in lower case with blanks", "vin\n  " + A.toLowerCase(java.util.Locale.ROOT) + " \n", A),
                file("dollars", "vin,price\n" + A + ",\"$15,000.00\"\n", A + " price=15000"),
                file("Call", "vin,price\n" + A + ",Call\n", A + " price=null priceText=Call"),
                file("N/A", "vin,mileage\n" + A + ",N/A\n", A + " mileage=null mileageText=N/A"),
                file("12k", "vin,mileage\n" + A + ",12k\n", A + " mileage=null mileageText=12k"),
                file("empty price", "vin,price,stock\n" + A + ",,S1\n", A + " price=null stock=S1"),
                file("miles", "vin,odometer\n" + A + ",\"12,345 mi\"\n", A + " mileage=12345 mileageUnit=MI"),
                file(
                        "photos by comma",
                        "vin,photos\n" + A + ",\"https://a.example/1.jpg,https://a.example/2.jpg\"\n",
                        A + " photos=[https://a.example/1.jpg,https://a.example/2.jpg]"),
                file(
                        "photos by pipe",
                        "vin,image urls\n" + A + ",https://a.example/1.jpg|https://a.example/2.jpg\n",
                        A + " photos=[https://a.example/1.jpg,https://a.example/2.jpg]"),
                file(
                        "photos by semicolon",
                        "vin,pictures\n" + A + ",https://a.example/1.jpg;https://a.example/2.jpg\n",
                        A + " photos=[https://a.example/1.jpg,https://a.example/2.jpg]"),
                file(
                        "photos in columns",
                        "vin,photo1,photo2\n" + A + ",https://a.example/1.jpg,https://a.example/2.jpg\n",
                        A + " photos=[https://a.example/1.jpg,https://a.example/2.jpg]"),
                file(
                        "conditions",
                        "vin,new/used\n" + A + ",N\n" + B + ",CPO\n",
                        A + " certified=null condition=new; " + B + " certified=true condition=used"),
                file(
                        "statuses",
                        "vin,status\n" + A + ",In Stock\n" + B + ",Sale Pending\n",
                        A + " status=available; " + B + " status=pending"),
                file(
                        "certified",
                        "vin,certified\n" + A + ",Yes\n" + B + ",0\n",
                        A + " certified=true; " + B + " certified=false"),
                file(
                        "days",
                        "vin,date in stock\n" + A + ",2026-01-05\n" + B + ",1/25/2026\n",
                        A + " dateInStock=2026-01-05; " + B + " dateInStock=2026-01-25"),
                file("day of a point country", "vin,stock date\n" + A + ",05.01.2026\n", A + " dateInStock=2026-01-05"),
                file("year of a sheet", "vin,year\n" + A + ",2023.0\n", A + " year=2023"),
                file(
                        "Polish",
                        "Numer VIN;Marka;Rok produkcji;Cena;Przebieg;Zdjęcia;Kolor\n" + A
                                + ";Škoda;2020;79 900,00 zł;123 456 km;https://a.example/1.jpg;Biały\n",
                        A
                                + " exteriorColor=Biały make=Škoda mileage=123456 mileageUnit=KM photos=[https://a.example/1.jpg]"
                                + " price=79900 year=2020"),
                file(
                        "Spanish",
                        "Número de bastidor;Precio;Kilometraje;Año;Modelo\n" + A + ";15.000,00 €;45.000;2020;León\n",
                        A + " mileage=45000 mileageUnit=KM model=León price=15000 year=2020"),
                file(
                        "Italian",
                        "Telaio;Prezzo;Chilometraggio;Anno;Colore\n" + A + ";15.000;45.000;2020;Rosso\n",
                        A + " exteriorColor=Rosso mileage=45000 mileageUnit=KM price=15000 year=2020"),
                file(
                        "Dutch",
                        "Chassisnummer;Prijs;Kilometerstand;Bouwjaar;Merk\n" + A + ";€ 15.950,-;45.000 km;2020;Volvo\n",
                        A + " make=Volvo mileage=45000 mileageUnit=KM price=15950 year=2020"),
                file(
                        "units behind names",
                        "VIN,Price (USD),Odometer (mi),Doors [#]\n" + A + ",\"$15,000\",\"12,345\",4\n",
                        A + " doors=4 mileage=12345 mileageUnit=MI price=15000"),
                file(
                        "names of Meta's catalogue",
                        "vin,mileage.value,mileage.unit,image[0].url,image[1].url,state_of_vehicle\n" + A
                                + ",12000,KM,https://a.example/1.jpg,https://a.example/2.jpg,CPO\n",
                        A + " certified=true condition=used mileage=12000 mileageUnit=KM"
                                + " photos=[https://a.example/1.jpg,https://a.example/2.jpg]"),
                file(
                        "days with names of months",
                        "vin,date in stock\n" + A + ",\"Jan 5, 2026\"\n" + B + ",5-Jan-26\n" + A + ",5. Januar 2026\n"
                                + B + ",5 stycznia 2026\n",
                        A + " dateInStock=2026-01-05; " + B + " dateInStock=2026-01-05; " + A
                                + " dateInStock=2026-01-05; " + B + " dateInStock=2026-01-05"),
                file(
                        "JSON in envelopes",
                        "{\"data\":{\"total\":1,\"vehicles\":[{\"vin\":\"" + A + "\"}]},\"status\":\"ok\"}",
                        A),
                file(
                        "one line of JSON in an envelope",
                        "{\"data\":{\"vin\":\"" + A + "\",\"price\":1}}",
                        A + " price=1"),
                bytes("gzip in a ZIP archive", zip("stock.csv.gz", gzip(two.getBytes(UTF_8))), rows),
                bytes(
                        "workbook in a ZIP archive",
                        zip("stock.xlsx", workbook(List.of(List.of("VIN", "Price"), List.of(A, 15000)))),
                        A + " price=15000"),
                bytes(
                        "workbook in gzip",
                        gzip(workbook(List.of(List.of("FIN", "Preis"), List.of(A, 15000)))),
                        A + " price=15000"),
                bytes(
                        "zip of a Mac's folder",
                        zip("stock.csv", two.getBytes(UTF_8), "stock/.DS_Store", "Thumbs.db"),
                        rows),
                bytes(
                        "workbook with an operator's name",
                        workbook(List.of(List.of("Ident 17", "Price"), List.of(A, 15000))),
                        A + " price=15000"),
                file("an operator's name", "Ident 17,Price\n" + A + ",15000\n", A + " price=15000"),
                file(
                        "an operator's name in XML",
                        "<s><c><Ident17>" + A + "</Ident17></c><c><Ident17>" + B + "</Ident17></c></s>",
                        A + "; " + B),
                file("two columns of one name", "vin,price,sale price\n" + A + ",1,2\n", A + " price=1 sale price=2"),
                file(
                        "JSON list",
                        "[{\"vin\":\"" + A + "\",\"price\":15000},{\"VIN\":\"" + B + "\",\"price\":\"$1\"}]",
                        A + " price=15000; " + B + " price=1"),
                file("JSON in an object", "{\"count\":1,\"vehicles\":[{\"vin\":\"" + A + "\"}]}", A),
                file("JSON lines", "{\"vin\":\"" + A + "\"}\n{\"vin\":\"" + B + "\"}\n", A + "; " + B),
                file(
                        "JSON with what is nested",
                        "[{\"vehicle\":{\"vin\":\"" + A + "\"},\"photos\":[{\"url\":\"https://a.example/1.jpg\"}]}]",
                        A + " photos=[https://a.example/1.jpg]"),
                file(
                        "XML of elements",
                        "<?xml version=\"1.0\"?><stock><car><vin>" + A + "</vin><price>15000</price></car><car><vin>"
                                + B + "</vin><price>1</price></car></stock>",
                        A + " price=15000; " + B + " price=1"),
                file(
                        "XML of attributes",
                        "<stock><car vin=\"" + A + "\" price=\"1\"/><car vin=\"" + B + "\"/></stock>",
                        A + " price=1; " + B),
                file("XML of one car", "<stock><car><vin>" + A + "</vin></car></stock>", A),
                file(
                        "XML with what is nested",
                        "<s:stock xmlns:s=\"urn:s\"><list><car><id><vin>" + A
                                + "</vin></id><photos><photo>https://a.example/1.jpg</photo><photo>https://a.example/2.jpg</photo></photos></car><car><id><vin>"
                                + B + "</vin></id></car></list></s:stock>",
                        A + " photos=[https://a.example/1.jpg,https://a.example/2.jpg]; " + B),
                bytes(
                        "XML in its own character set",
                        ("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><s><c><vin>" + A
                                        + "</vin><text>Größe</text></c></s>")
                                .getBytes(WINDOWS),
                        A + " text=Größe"),
                bytes(
                        "XML of Windows that does not say so",
                        ("<s><c><vin>" + A + "</vin><text>Größe</text></c></s>").getBytes(WINDOWS),
                        A + " text=Größe"),
                bytes(
                        "XML of Windows that says UTF-8",
                        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?><s><c><text>Citroën</text><vin>" + A
                                        + "</vin></c></s>")
                                .getBytes(WINDOWS),
                        A + " text=Citroën"),
                bytes(
                        "XML in UTF-16 with a mark",
                        ("\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><s><c><vin>" + A
                                        + "</vin><text>Škoda</text></c></s>")
                                .getBytes(UTF_16LE),
                        A + " text=Škoda"),
                file(
                        "XML that says UTF-16 and is not",
                        "<?xml version=\"1.0\" encoding=\"utf-16\"?><s><c><vin>" + A
                                + "</vin><text>Größe</text></c></s>",
                        A + " text=Größe"),
                bytes(
                        "XML of Windows that says UTF-16",
                        ("<?xml version=\"1.0\" encoding='utf-16'?><s><c><vin>" + A
                                        + "</vin><text>Größe</text></c></s>")
                                .getBytes(WINDOWS),
                        A + " text=Größe"),
                bytes(
                        "XML in UTF-16 without a mark",
                        ("<?xml version=\"1.0\"?><s><c><vin>" + A + "</vin><text>Škoda</text></c></s>")
                                .getBytes(UTF_16LE),
                        A + " text=Škoda"),
                bytes(
                        "XML of Central Europe",
                        ("<?xml version=\"1.0\" encoding=\"windows-1250\"?><s><c><vin>" + A
                                        + "</vin><text>Škoda Żółty</text></c></s>")
                                .getBytes(Charset.forName("windows-1250")),
                        A + " text=Škoda Żółty"),
                bytes(
                        "Cyrillic in UTF-16 with a mark",
                        ("\uFEFFvin,text\n" + A + ",Автомобиль в хорошем состоянии\n").getBytes(UTF_16LE),
                        A + " text=Автомобиль в хорошем состоянии"),
                file(
                        "stray control characters",
                        "vin,text\n" + A + ",one\u000Btwo\u001A\n",
                        A + " text=one\u000Btwo\u001A"),
                file("JSON list of VINs", "[\"" + A + "\",\"" + B + "\"]", A + "; " + B),
                bytes(
                        "XLSX",
                        workbook(List.of(
                                List.of("Stock of today"),
                                List.of("VIN #", "Asking Price"),
                                List.of(A, 15000),
                                List.of(B, "$1"))),
                        A + " price=15000; " + B + " price=1"),
                bytes(
                        "XLSX with numbers as Excel keeps them",
                        workbook(List.of(
                                List.of("VIN", "Price", "MSRP", "Mileage", "Date In Stock"),
                                List.of(
                                        A,
                                        new Kept("18999.990000000002", 0, ""),
                                        new Kept("1.8999990000000002E4", 2, "B2*1"),
                                        new Kept("12345", 3, ""),
                                        new Kept("46027", 1, "")),
                                List.of(
                                        B,
                                        new Kept("0.30000000000000004", 0, "0.1+0.2"),
                                        new Kept("15000.0", 0, ""),
                                        new Kept("7", 0, ""),
                                        new Kept("46027", 4, "E2+0")))),
                        A + " dateInStock=2026-01-05 listPrice=18999.99 mileage=12345 price=18999.99; " + B
                                + " dateInStock=2026-01-05 listPrice=15000 mileage=7 price=0.3"),
                bytes(
                        "zip with a name of an old code page",
                        zip(Charset.forName("IBM437"), "Bestände.csv", two.getBytes(UTF_8)),
                        rows),
                bytes("zip with a name in UTF-8", zip("Bestände €.csv", two.getBytes(UTF_8), "Škoda/.DS_Store"), rows),
                file(
                        "JSON with decimals",
                        "[{\"vin\":\"" + A + "\",\"price\":899.125,\"mileage\":62.137,\"litres\":1.998},{\"vin\":\"" + B
                                + "\",\"price\":\"899.125\"}]",
                        A + " litres=1.998 mileage=62.137 price=899.125; " + B + " price=899125"),
                bytes(
                        "XLSX with decimals",
                        workbook(List.of(
                                List.of("VIN", "Price", "Mileage"),
                                List.of(A, new Kept("899.125", 0, ""), new Kept("62.137", 0, "")),
                                List.of(B, "899.125", "62.137"))),
                        A + " mileage=62.137 price=899.125; " + B + " mileage=62137 price=899125"),
                file(
                        "JSON with units beside values",
                        "[{\"vin\":{\"value\":\"" + A + "\"},\"price\":{\"amount\":15000,\"currency\":\"EUR\"},"
                                + "\"mileage\":{\"value\":\"12,000\",\"unit\":\"KM\"}},{\"vin\":{\"value\":\"" + B
                                + "\"}}]",
                        A + " currency=EUR mileage=12000 mileageUnit=KM price=15000; " + B),
                file(
                        "XML with units beside values",
                        "<s><c><vin>" + A
                                + "</vin><price currency=\"EUR\">15000</price><mileage unit=\"km\">12000</mileage>"
                                + "<photo caption=\"front\">https://a.example/1.jpg</photo></c><c><vin>" + B
                                + "</vin></c></s>",
                        A
                                + " caption=front currency=EUR mileage=12000 mileageUnit=KM photos=[https://a.example/1.jpg] price=15000; "
                                + B),
                file(
                        "JSON in groups",
                        "{\"new\":[{\"vin\":\"" + A + "\"}],\"used\":[{\"vin\":\"" + B + "\"},{\"vin\":\"" + C
                                + "\"}]}",
                        A + "; " + B + "; " + C),
                file(
                        "JSON of dealers",
                        "{\"dealers\":[{\"name\":\"D1\",\"vehicles\":[{\"vin\":\"" + A
                                + "\"}]},{\"name\":\"D2\",\"vehicles\":[{\"vin\":\"" + B + "\"},{\"vin\":\"" + C
                                + "\"}]}]}",
                        A + "; " + B + "; " + C),
                file(
                        "JSON of one dealer with one car",
                        "{\"dealers\":[{\"name\":\"D1\",\"price\":7,\"vehicles\":[{\"vin\":\"" + A + "\"}]}]}",
                        A),
                file(
                        "JSON list of dealers",
                        "[{\"name\":\"D1\",\"vehicles\":[{\"vin\":\"" + A + "\"}]},{\"vehicles\":[{\"vin\":\"" + B
                                + "\"},{\"vin\":\"" + C + "\"}],\"count\":2}]",
                        A + "; " + B + "; " + C),
                file(
                        "JSON of pages",
                        "{\"total\":3,\"size\":2,\"items\":[{\"vin\":\"" + A + "\"},{\"vin\":\"" + B
                                + "\"}]}\n{\"total\":3,\"size\":2,\"items\":[{\"vin\":\"" + C + "\"}]}",
                        A + "; " + B + "; " + C),
                file(
                        "JSON by numbers",
                        "{\"vehicles\":{\"0\":{\"vin\":\"" + A + "\"},\"1\":{\"vin\":\"" + B + "\"}}}",
                        A + "; " + B),
                file(
                        "JSON by stock numbers",
                        "{\"S1\":{\"vin\":\"" + A + "\"},\"S2\":{\"vin\":\"" + B + "\"},\"X\":{\"note\":1}}",
                        A + "; " + B),
                file(
                        "JSON by VIN",
                        "{\"vehicles\":{\"" + A + "\":{\"price\":1},\"" + B + "\":{\"VIN\":\"" + B + "\"}}}",
                        A + " price=1; " + B),
                file(
                        "JSON behind an empty list",
                        "{\"errors\":[],\"links\":[{\"href\":\"x\"}],\"vehicles\":[{\"vin\":\"" + A + "\"},{\"vin\":\""
                                + B + "\"}]}",
                        A + "; " + B),
                file(
                        "JSON with lists before the VIN",
                        "[{\"options\":[{\"code\":\"X\"}],\"similar\":[{\"vin\":\"" + C + "\"},{\"vin\":\"" + B
                                + "\"}],\"vin\":\"" + A + "\",\"price\":1}]",
                        A + " options={\"code\":\"X\"} price=1 similar={\"vin\":\"" + C + "\"} | {\"vin\":\"" + B
                                + "\"}"),
                file(
                        "JSON lines with lists before the VIN",
                        "{\"options\":[{\"code\":\"X\"}],\"vin\":\"" + A + "\"}\n{\"vin\":\"" + B + "\"}",
                        A + " options={\"code\":\"X\"}; " + B),
                file(
                        "JSON of VINs in an object",
                        "{\"vins\":[\"" + A + "\",\"" + B + "\"],\"colors\":[\"red\"]}",
                        A + "; " + B),
                file(
                        "JSON with a car traded in",
                        "[{\"vehicle\":{\"vin\":\"" + A + "\"},\"price\":1,\"tradeIn\":{\"vin\":\"" + C
                                + "\"}},{\"vehicle\":{\"vin\":\"" + B + "\"}}]",
                        A + " price=1; " + B),
                file(
                        "JSON lists in a list",
                        "[[{\"vin\":\"" + A + "\"}],[{\"vin\":\"" + B + "\"},{\"vin\":\"" + C + "\"}]]",
                        A + "; " + B + "; " + C),
                file(
                        "XML in groups",
                        "<stock><new><car><vin>" + A + "</vin></car></new><used><car><vin>" + B
                                + "</vin></car><car><vin>" + C + "</vin></car></used></stock>",
                        A + "; " + B + "; " + C),
                file(
                        "XML of groups with one car each",
                        "<stock><new><car><vin>" + A + "</vin></car></new><used><car><vin>" + B
                                + "</vin></car></used></stock>",
                        A + "; " + B),
                file(
                        "XML of several kinds of elements",
                        "<stock><car><vin>" + A + "</vin></car><truck><vin>" + B + "</vin></truck><car><vin>" + C
                                + "</vin></car></stock>",
                        A + "; " + B + "; " + C),
                file(
                        "XML of dealers",
                        "<s><dealer><name>D1</name><car><vin>" + A + "</vin></car></dealer><dealer><car><vin>" + B
                                + "</vin></car><car><vin>" + C + "</vin></car></dealer></s>",
                        A + "; " + B + "; " + C),
                file(
                        "XML of dealers with one car first",
                        "<s><dealer><car><vin>" + A + "</vin></car></dealer><dealer><cars><car><vin>" + B
                                + "</vin></car><car><vin>" + C + "</vin></car></cars></dealer></s>",
                        A + "; " + B + "; " + C),
                file(
                        "XML with a car traded in before the VIN",
                        "<s><car><tradeIn><vin>" + C + "</vin></tradeIn><vin>" + A + "</vin></car><car><vin>" + B
                                + "</vin></car></s>",
                        A + "; " + B),
                file("XML of VINs", "<s><vins><vin>" + A + "</vin><vin>" + B + "</vin></vins></s>", A + "; " + B),
                file(
                        "XML by numbers",
                        "<s><car1><vin>" + A + "</vin></car1><car2><vin>" + B + "</vin></car2></s>",
                        A + "; " + B),
                bytes(
                        "workbook of two sheets",
                        workbook(
                                List.of(List.of("VIN", "Price"), List.of(A, 1)),
                                List.of(List.of("Used cars"), List.of("VIN", "Price"), List.of(B, 2), List.of(C, 3))),
                        A + " price=1; " + B + " price=2; " + C + " price=3"),
                bytes(
                        "workbook with another table",
                        workbook(
                                List.of(List.of("VIN", "Price"), List.of(A, 1)),
                                List.of(List.of("VIN", "Buyer"), List.of(B, "D2")),
                                List.of(List.of("price", "VIN"), List.of(3, C), List.of("Total", 1))),
                        A + " price=1; " + C + " price=3"));
    }

    /** A number in a workbook: its value, the number of its format, and the formula that gave it. */
    private record Kept(String value, int format, String formula) {

        String cell(String at) {
            return "<c r=\"" + at + "\" s=\"" + format + "\">"
                    + (formula.isEmpty() ? "" : "<f>" + formula + "</f>")
                    + "<v>" + value + "</v></c>";
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void hasItsRows(String name, byte[] content, String rows) throws IOException {
        assertThat(read(content)).isEqualTo(rows);
    }

    static Stream<Arguments> noTables() {
        byte[] noise = new byte[3_000];
        new Random(25).nextBytes(noise);
        byte[] tagged = noise.clone();
        tagged[0] = '<';
        return Stream.of(
                bytes("page", "<!doctype HTML><table><td>1</td></table>".getBytes(UTF_8), "an HTML page"),
                bytes("PDF", "%PDF-1.7\n1 0 obj".getBytes(UTF_8), "a PDF"),
                bytes("JPEG", new byte[] {-1, -40, -1, -32, 0, 16, 'J', 'F', 'I', 'F', 0}, "a picture"),
                bytes("PNG", new byte[] {-119, 'P', 'N', 'G', 13, 10, 26, 10}, "a picture"),
                bytes("film", new byte[] {0, 0, 0, 28, 'f', 't', 'y', 'p', 'm', 'p', '4', '2'}, "a film"),
                bytes("RAR", "Rar!\u001a\u0007".getBytes(UTF_8), "packed in a way"),
                bytes("7-Zip", new byte[] {'7', 'z', -68, -81, 39, 28}, "packed in a way"),
                bytes("XLS", new byte[] {-48, -49, 17, -32, -95, -79, 26, -31}, "the old kind (XLS)"),
                bytes("noise", noise, "neither a text nor a workbook"),
                bytes("noise behind a tag", tagged, "neither a text nor a workbook"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noTables")
    void isRefusedByWhatItLooksLike(String name, byte[] content, String words) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(BrokenFile.class).hasMessageContaining(words);
    }

    @Test
    void isRefusedByTheNameOfACharacterSetThatThereIsNot() {
        assertThatThrownBy(() -> read("<?xml version=\"1.0\" encoding=\"x-none\"?><s/>".getBytes(UTF_8)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("There is no character set x-none here");
    }

    @Test
    void saysWhatItHasWhereNoColumnIsNamedVin() throws IOException {
        Path file = Files.write(
                folder.resolve("file"),
                workbook(List.of(List.of("Stock"), List.of("Ref", "Amount"), List.of(A, 15000))));

        try (SourceTable table = StockContent.open(file, null, 1_000_000, columns()::isVin)) {
            assertThat(table.outline()).contains("Ref, Amount");
            assertThat(table.next().cells()).containsExactly(A, "15000");
        }
    }

    static Stream<Arguments> contradictions() {
        String first = "{\"total\":3,\"items\":[{\"vin\":\"" + A + "\"},{\"vin\":\"" + B + "\"}]}";
        String group = "{\"dealers\":[{\"count\":2,\"cars\":[{\"vin\":\"" + A + "\"}]}]}";
        String mixed = "[{\"vin\":\"" + A + "\"},{\"cars\":[{\"vin\":\"" + B + "\"}]}]";
        return Stream.of(
                bytes("a page of two", first.getBytes(UTF_8), "It has 2 lines, and its trailer says 3"),
                bytes("a group of one", group.getBytes(UTF_8), "It has 1 line, and its trailer says 2"),
                bytes("vehicles beside groups", mixed.getBytes(UTF_8), "others of the same name hold several"),
                bytes("a list that breaks off", first.substring(0, 60).getBytes(UTF_8), "It breaks off or is no JSON"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("contradictions")
    void isRefusedWhereItContradictsItself(String name, byte[] content, String words) {
        assertThatThrownBy(() -> read(content)).isInstanceOf(BrokenFile.class).hasMessageContaining(words);
    }

    @Test
    void isRefusedWhereItsTrailerSaysANumberBeyondAll() {
        assertThatThrownBy(() -> read(("vin\n" + A + "\nEOF 99999999999999999999\n").getBytes(UTF_8)))
                .isInstanceOf(BrokenFile.class)
                .hasMessageContaining("trailer says");
    }

    private String read(byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        return read(file, null);
    }

    private static String read(Path file, Charset charset) throws IOException {
        LineMapper mapper = mapper();
        List<String> rows = new ArrayList<>();
        try (SourceTable table = StockContent.open(file, charset, 1_000_000, columns()::isVin)) {
            for (SourceLine line = table.next(); line != null; line = table.next()) {
                StockLine read = mapper.ofColumns(line);
                assertThat(read.refusal()).isNull();
                Map<String, JsonNode> fields =
                        new TreeMap<>(read.content().get().fields());
                StringBuilder row = new StringBuilder(read.vin().value());
                fields.forEach((field, value) ->
                        row.append(' ').append(field).append('=').append(shown(value)));
                rows.add(row.toString());
            }
        }
        return String.join("; ", rows);
    }

    private static String shown(JsonNode value) {
        return value.isArray() ? value.toString().replace("\"", "") : value.asText();
    }

    private static StockColumns columns() throws IOException {
        Binder settings =
                new Binder(new MapConfigurationPropertySource(Map.of("vinbridge.stock.columns.vin[0]", "Ident 17")));
        return new StockColumns(settings.bindOrCreate("vinbridge.stock", StockSettings.class));
    }

    private static LineMapper mapper() throws IOException {
        Binder settings = new Binder(new MapConfigurationPropertySource(Map.of()));
        Dealer dealer = new Dealer("D7", "D7", null, null, null, null, null, null, null, null, null);
        return new LineMapper(
                columns(), settings.bindOrCreate("vinbridge.events", io.vinbridge.events.EventSettings.class), dealer);
    }

    private static Arguments file(String name, String content, String rows) {
        return bytes(name, content.getBytes(UTF_8), rows);
    }

    private static Arguments bytes(String name, byte[] content, String rows) {
        return Arguments.of(name, content, rows);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return packed.toByteArray();
    }

    private static byte[] zip(String name, byte[] content, String... besides) throws IOException {
        return zip(UTF_8, name, content, besides);
    }

    private static byte[] zip(Charset names, String name, byte[] content, String... besides) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed, names)) {
            for (String one : besides) {
                zip.putNextEntry(new ZipEntry(one));
                zip.write(1);
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return packed.toByteArray();
    }

    @SafeVarargs
    private static byte[] workbook(List<List<Object>>... sheets) throws IOException {
        StringBuilder names = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        Map<String, String> parts = new TreeMap<>();
        for (int i = 1; i <= sheets.length; i++) {
            names.append("<sheet name=\"Sheet " + i + "\" sheetId=\"" + i + "\" r:id=\"rId" + i + "\"/>");
            relations.append("<Relationship Id=\"rId" + i + "\" Type=\"" + OFFICE
                    + "/worksheet\" Target=\"worksheets/sheet" + i + ".xml\"/>");
            types.append("<Override PartName=\"/xl/worksheets/sheet" + i + ".xml\" ContentType=\"application/"
                    + "vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>");
            parts.put("xl/worksheets/sheet" + i + ".xml", sheet(sheets[i - 1]));
        }
        parts.putAll(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\""
                        + " ContentType=\"application/xml\"/><Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                        + " PartName=\"/xl/workbook.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + types + "<Override"
                        + " PartName=\"/xl/styles.xml\""
                        + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>",
                "_rels/.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\""
                        + OFFICE + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>",
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + names + "</sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                        + "<Relationship Id=\"rIdStyles\" Type=\"" + OFFICE
                        + "/styles\" Target=\"styles.xml\"/></Relationships>",
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"2\">"
                        + "<numFmt numFmtId=\"164\" formatCode=\"#,##0\\ \\m\\i\"/>"
                        + "<numFmt numFmtId=\"165\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs count=\"5\">"
                        + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"4\"/><xf numFmtId=\"164\"/>"
                        + "<xf numFmtId=\"165\"/></cellXfs></styleSheet>"));
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
            }
        }
        return packed.toByteArray();
    }

    private static String sheet(List<List<Object>> rows) {
        StringBuilder sheet = new StringBuilder();
        for (int r = 0; r < rows.size(); r++) {
            sheet.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                Object cell = rows.get(r).get(c);
                String at = "" + (char) ('A' + c) + (r + 1);
                sheet.append(
                        cell instanceof Kept kept
                                ? kept.cell(at)
                                : cell instanceof Number
                                        ? "<c r=\"" + at + "\"><v>" + cell + "</v></c>"
                                        : "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + cell + "</t></is></c>");
            }
            sheet.append("</row>");
        }
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + sheet + "</sheetData></worksheet>";
    }
}

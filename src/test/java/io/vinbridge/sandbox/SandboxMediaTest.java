package io.vinbridge.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Galleries and pictures as the Media Gallery has them (ChromeData on the wire, 2). */
class SandboxMediaTest {

    private static Sandbox sandbox;
    private static int style;

    @BeforeAll
    static void open() throws IOException {
        sandbox = Sandbox.start(new SandboxSettings().fullness(0.1));
        style = style("1HGCV1F33LAA12345");
    }

    @AfterAll
    static void close() throws IOException {
        sandbox.close();
    }

    @Test
    void listsPicturesWithAttributesThatAreAllStrings() {
        String listing = text(media("/style/" + style + ".json"));

        Map<String, Object> first = JsonPath.read(listing, "$.view[0]");
        assertThat(first.keySet()).contains("@href", "@shotCode", "@width", "@height", "@backgroundDescription");
        assertThat(first.values()).allMatch(value -> value instanceof String);
        assertThat(JsonPath.<List<String>>read(listing, "$.view[*]['@shotCode']"))
                .contains("01", "02", "03", "12");
        assertThat(JsonPath.<List<String>>read(listing, "$.view[*]['@width']")).contains("320", "640", "1280", "2100");
        assertThat(JsonPath.<List<String>>read(listing, "$.colorized[*]['@primaryRGBHexCode']"))
                .isNotEmpty()
                .allMatch(hex -> hex.matches("[0-9A-F]{6}"));
    }

    @Test
    void answersXmlWhereThePathDoesNotEndInJson() {
        assertThat(text(media("/style/" + style))).startsWith("<").contains("<view ");
        assertThat(JsonPath.<List<?>>read(text(media("/style/" + style + "/.json")), "$.view"))
                .isNotEmpty();
    }

    @Test
    void leadsFromACountryDownToThePicturesOfABodyType() {
        String years = text(media("/US.json"));
        assertThat(JsonPath.<List<String>>read(years, "$.yearLink[*]['$']")).contains("2020");
        String divisions = text(get(link(years, "yearLink", "2020")));
        String models = text(get(link(divisions, "divisionLink", "Honda")));
        String accord = JsonPath.<List<String>>read(models, "$.modelLink[?(@['$'] =~ /Accord.*/)]['@href']")
                .get(0);
        Object bodyTypes = JsonPath.read(text(get(accord)), "$.bodyTypeLink");
        Map<?, ?> bodyType = (Map<?, ?>) (bodyTypes instanceof List<?> several ? several.get(0) : bodyTypes);

        String pictures = text(get((String) bodyType.get("@href")));

        assertThat(JsonPath.<List<?>>read(pictures, "$.view")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/style/1.json, 404", "/style/none.json, 404", "/US/1850.json, 404", "/DE.json, 403", "/.json, 403"})
    void saysWhatThereIsNot(String path, int status) {
        assertThat(media(path).statusCode()).isEqualTo(status);
    }

    @Test
    void refusesAnotherAccount() {
        HttpResponse<byte[]> refused =
                AdsClient.send(HttpRequest.newBuilder(URI.create(sandbox.mediaUrl() + "/style/" + style + ".json"))
                        .header("Authorization", "Basic " + base64("sandbox:wrong"))
                        .build());

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Media Gallery\"");
    }

    @Test
    void servesPicturesOfTheSizeAndKindThatWasListed() throws IOException {
        String listing = text(media("/style/" + style + ".json"));

        for (Map<String, String> picture :
                JsonPath.<List<Map<String, String>>>read(listing, "$..[?(@['@width'] == '320')]")) {
            HttpResponse<byte[]> served = get(picture.get("@href"));
            BufferedImage image = ImageIO.read(new ByteArrayInputStream(served.body()));

            assertThat(image.getWidth()).isEqualTo(320);
            assertThat(image.getHeight()).isEqualTo(Integer.parseInt(picture.get("@height")));
            assertThat(served.headers().firstValue("Content-Type"))
                    .contains(picture.get("@backgroundDescription").equals("Transparent") ? "image/png" : "image/jpeg");
            assertThat(served.body().length).isLessThan(100_000);
        }
    }

    @Test
    void answers304ToWhoeverHasThePicture() {
        String address = picture();
        HttpResponse<byte[]> served = get(address);
        String tag = served.headers().firstValue("ETag").orElseThrow();
        String changed = served.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get(address, "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get(address, "If-Modified-Since", changed).statusCode()).isEqualTo(304);
    }

    @Test
    void bindsAddressesToTheirFileAndMakesNewOnesForEveryListing() {
        String first = picture();
        String second = picture();
        String file = first.substring(first.lastIndexOf('/') + 1);

        assertThat(second).isNotEqualTo(first).endsWith(file);
        assertThat(get(first).body()).isEqualTo(get(second).body());
        assertThat(get(first.replace(file, file.replace("_320_", "_640_"))).statusCode())
                .isEqualTo(403);
        assertThat(get(first.replace("/media/", "/media/x")).statusCode()).isEqualTo(403);
    }

    @Test
    void letsAddressesRunOut() throws IOException {
        try (Sandbox brief = Sandbox.start(new SandboxSettings().pictureLifetime(Duration.ZERO))) {
            String listing = text(get(brief.mediaUrl() + "/style/" + style + ".json"));

            assertThat(get(JsonPath.read(listing, "$.view[0]['@href']")).statusCode())
                    .isEqualTo(403);
        }
    }

    private static String picture() {
        return JsonPath.<List<String>>read(
                        text(media("/style/" + style + ".json")), "$.view[?(@['@width'] == '320')]['@href']")
                .get(0);
    }

    private static String link(String document, String kind, String text) {
        return JsonPath.<List<String>>read(document, "$." + kind + "[?(@['$'] == '" + text + "')]['@href']")
                .get(0);
    }

    private static int style(String vin) {
        return Integer.parseInt(
                new AdsClient(sandbox, "7c").describeVin(vin).first("style").getAttribute("id"));
    }

    private static HttpResponse<byte[]> media(String path) {
        return get(sandbox.mediaUrl() + path);
    }

    private static HttpResponse<byte[]> get(String address, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + base64("sandbox:sandbox"));
        return AdsClient.send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}

package io.vinbridge.api.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that a browser shows without a key: by an address that is signed, or by their hash where all are open. */
class PublicPicturesTest {

    private static final String KEY = "a-key-of-this-test";
    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node(
            "vinbridge.gallery.mirror.enabled=true",
            "vinbridge.access.disabled=false",
            "vinbridge.admin-key=" + KEY,
            "vinbridge.public-url=https://cars.example.com/");
    private static final String VIN = World.freshVin();

    private static String own;
    private static String signed;

    @BeforeAll
    static void copy() {
        get("/vehicles/" + VIN);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            get("/vehicles/" + VIN + "/media");
            String card =
                    get("/vehicles/" + VIN + "?view=card&addresses=public").body();
            signed = JsonPath.read(card, "$.pictures.hero.url");
            return signed != null;
        });
        own = path(signed).substring(0, path(signed).indexOf('?'));
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void needAKeyAtTheirOwnAddress() {
        assertThat(own).matches("/api/v1/media/[0-9a-f]{64}");
        assertThat(anyone(own).statusCode()).isEqualTo(401);
    }

    @Test
    void areShownToWhoeverWasGivenTheirSignedAddress() {
        assertThat(signed)
                .matches("https://cars\\.example\\.com/api/v1/media/[0-9a-f]{64}\\?until=[0-9]+&signature=[\\w-]{24}");

        HttpResponse<String> picture = anyone(path(signed));

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(picture.headers().firstValue("Cross-Origin-Resource-Policy")).contains("cross-origin");
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).startsWith("private, max-age=");
        assertThat(anyone(path(signed) + "&width=320").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/vehicles?view=card&addresses=public",
                "/vehicles/VIN/media?addresses=public",
                "/styles/STYLE/media?addresses=public",
                "/styles/STYLE?view=card&addresses=public"
            })
    void areSignedWhereverTheyAreListed(String path) {
        int style = JsonPath.read(get("/vehicles/" + VIN + "/media").body(), "$.styleId");
        String list = get(path.replace("VIN", VIN).replace("STYLE", "" + style)).body();
        List<String> addresses = JsonPath.read(list, "$..[?(@.shot && @.url != null)].url");

        assertThat(addresses).isNotEmpty().allMatch(one -> one.startsWith("https://cars.example.com/api/v1/media/"));
        assertThat(anyone(path(addresses.get(0))).statusCode()).isEqualTo(200);
    }

    @Test
    void areSignedInATableToo() {
        String table = get("/vehicles?addresses=public", "Accept", "text/csv").body();

        assertThat(table).contains("https://cars.example.com/api/v1/media/", "?until=", "&signature=");
    }

    @Test
    void leadToNothingElse() {
        String query = path(signed).substring(path(signed).indexOf('?'));
        String other = "0".repeat(64);
        String longer = path(signed).replaceFirst("until=[0-9]+", "until=99999999999");
        String over = path(signed).replaceFirst("until=[0-9]+", "until=1000000000");

        for (String path : List.of(
                "/api/v1/media/" + other + query,
                "/api/v1/media/coverage" + query,
                "/api/v1/vehicles" + query,
                "/api/v1/vehicles/" + VIN + query,
                longer,
                over,
                path(signed).replaceFirst("signature=.", "signature=%C3%A4"),
                own + "?until=&signature=",
                own + "?until=9999999999999999999&signature=x")) {
            assertThat(anyone(path).statusCode()).as(path).isEqualTo(401);
        }
        assertThat(NODE.send(NODE.request(path(signed), "X-API-Key", "wrong")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void thatAreCopiedComeFirstAndTheOthersSayWhetherTheyWillBe() {
        String all = get("/vehicles/" + VIN + "/media").body();
        List<Object> addresses = JsonPath.read(all, "$.items[*].url");
        List<Boolean> toCopy = JsonPath.read(all, "$.items[*].toCopy");
        String copied = get("/vehicles/" + VIN + "/media?copied=true").body();
        int first = addresses.indexOf(null);

        assertThat(addresses.get(0)).isNotNull();
        assertThat(addresses.subList(first, addresses.size())).containsOnlyNulls();
        assertThat(toCopy.subList(0, first)).containsOnly(true);
        assertThat(toCopy).contains(false);
        assertThat(JsonPath.<List<Object>>read(copied, "$.items[*].url"))
                .hasSizeGreaterThanOrEqualTo(first)
                .doesNotContainNull();
    }

    @Test
    void haveAPlaceholderOnceTheyAreCopied() {
        String all = get("/vehicles/" + VIN + "/media").body();
        String card = get("/vehicles/" + VIN + "?view=card").body();

        assertThat(JsonPath.<List<String>>read(all, "$.items[?(@.url != null)].placeholder"))
                .isNotEmpty()
                .allMatch(placeholder -> placeholder.matches("[A-Za-z0-9+/]{24,46}={0,2}"));
        assertThat(JsonPath.<List<String>>read(all, "$.items[?(@.url == null)].placeholder"))
                .isNotEmpty()
                .containsOnlyNulls();
        assertThat(JsonPath.<String>read(card, "$.pictures.hero.placeholder"))
                .isEqualTo(JsonPath.read(card, "$.pictures.thumbnails[0].placeholder"))
                .isNotNull();
    }

    @Test
    void haveAnotherEntityTagUnderAnotherAddress() {
        String mine = get("/vehicles/" + VIN + "?view=card")
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        assertThat(get("/vehicles/" + VIN + "?view=card&addresses=public", "If-None-Match", mine)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void areOpenByTheirHashWhereTheSettingSaysSo() {
        Node open = WORLD.node(
                "vinbridge.access.disabled=false", "vinbridge.admin-key=" + KEY, "vinbridge.media.public=true");

        HttpResponse<String> picture = open.send(open.request(own));

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).startsWith("public, max-age=");
        assertThat(open.send(open.request("/api/v1/vehicles/" + VIN)).statusCode())
                .isEqualTo(401);
        String card = open.get("/vehicles/" + VIN + "?view=card&addresses=public", "X-API-Key", KEY)
                .body();
        assertThat(JsonPath.<String>read(card, "$.pictures.hero.url")).matches("/api/v1/media/[0-9a-f]{64}");
    }

    private static HttpResponse<String> get(String path, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-API-Key";
        all[headers.length + 1] = KEY;
        return NODE.get(path, all);
    }

    private static HttpResponse<String> anyone(String path) {
        return NODE.send(NODE.request(path));
    }

    private static String path(String address) {
        return address.substring("https://cars.example.com".length());
    }
}

package io.vinbridge.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.failures.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The platforms' public rules, as schemas: a right row is let pass, and a row that breaks one is told which, and what
 * to do.
 */
class FeedSchemasTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rows as the platforms' own pages have them. */
    private static final Map<String, String> RIGHT = Map.of(
            "google-listings",
            """
            {"id": "1", "vin": "1HGCV1F35LA000002", "store_code": "S", "dealership_name": "D", "dealership_address": "A", "price": "10499 USD",
             "condition": "used", "make": "Honda", "model": "Accord", "year": 2020, "mileage": "2777 miles",
             "image_link": "https://a.example/1.jpg", "link": "https://a.example/1", "date_in_stock": "2026-01-05"}
            """,
            "google-ads",
            """
            {"id": "1", "VIN": "1HGCV1F35LA000002", "store_code": "S", "link_template": "https://a.example/1", "image_link": "https://a.example/1.jpg",
             "price": "10499 USD", "condition": "used", "brand": "Honda", "model": "Accord", "year": 2020, "mileage": "2777 miles", "color": "Red"}
            """,
            "meta",
            """
            {"vehicle_id": "1", "vin": "1HGCV1F35LA000002", "title": "T", "description": "D", "url": "https://a.example/1", "make": "Honda",
             "model": "Accord", "year": 2020, "mileage": {"value": 10, "unit": "MI"}, "image": [{"url": "https://a.example/1.jpg"}],
             "state_of_vehicle": "USED", "price": "289900 ZAR", "availability": "AVAILABLE", "latitude": 1, "longitude": 2,
             "address": {"addr1": "1 Main", "city": "C", "region": "R", "country": "US"}}
            """,
            "tiktok",
            """
            {"vehicle_id": "1", "title": "T", "description": "D", "url": "https://a.example/1", "make": "Honda", "model": "Accord",
             "year": 2020, "mileage.value": 10, "mileage.unit": "MI", "image[0].url": "https://a.example/1.jpg", "state_of_vehicle": "NEW",
             "price": "10499 USD"}
            """,
            "sitemap",
            "{\"loc\": \"https://a.example/1\", \"lastmod\": \"2026-01-05\"}",
            "inventory",
            "{\"vin\": \"1HGCV1F35LA000002\", \"dealer\": \"D7\"}");

    /** Its check digit is none: only in North America there must be one. */
    @ParameterizedTest
    @ValueSource(strings = {"meta", "tiktok"})
    void aEuropeanVinIsLetPassByPlatformsThatNameNoRuleOfIt(String feed) throws IOException {
        ObjectNode row = (ObjectNode) JSON.readTree(RIGHT.get(feed));

        assertThat(schema(feed).check(row.put("vin", "WVWZZZ1KZAW000001"))).isEmpty();
        assertThat(schema(feed).check(row.put("vin", "WVWZZZ1KZAW00000"))).isNotEmpty();
        assertThat(schema(feed).check(row.put("vin", "WVWZZZ1KZAW00000I"))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"google-listings", "google-ads", "meta", "tiktok", "sitemap", "inventory"})
    void aRightRowIsLetPass(String feed) throws IOException {
        assertThat(schema(feed).check(JSON.readTree(RIGHT.get(feed)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "google-listings | vin | \"1HGCV1F36LA000002\"",
                "google-listings | vin | \"1HGCV1F35LA00000I\"",
                "google-listings | vin | \"1HGCV1F34LA0000\"",
                "google-listings | vin | null",
                "google-listings | store_code | null",
                "google-listings | dealership_name | null",
                "google-listings | dealership_address | null",
                "google-listings | price | null",
                "google-listings | price | \"$10,499\"",
                "google-listings | price | \"10499\"",
                "google-listings | condition | \"cpo\"",
                "google-listings | condition | null",
                "google-listings | make | null",
                "google-listings | model | null",
                "google-listings | year | null",
                "google-listings | year | \"2020\"",
                "google-listings | mileage | null",
                "google-listings | mileage | 2777",
                "google-listings | image_link | \"/1.jpg\"",
                "google-listings | link | \"www.example.com\"",
                "google-listings | date_in_stock | \"05.01.2026\"",
                "google-ads | VIN | \"1HGCV1F36LA000002\"",
                "google-ads | store_code | null",
                "google-ads | link_template | null",
                "google-ads | image_link | null",
                "google-ads | price | \"10499 usd\"",
                "google-ads | condition | \"new car\"",
                "google-ads | brand | null",
                "google-ads | model | null",
                "google-ads | year | 20",
                "google-ads | mileage | null",
                "google-ads | color | null",
                "meta | vehicle_id | null",
                "meta | title | null",
                "meta | description | null",
                "meta | url | \"a.example\"",
                "meta | year | null",
                "meta | mileage | {\"value\": 10}",
                "meta | mileage | {\"value\": 10, \"unit\": \"MILES\"}",
                "meta | image | []",
                "meta | image | [{\"url\": \"x\"}]",
                "meta | state_of_vehicle | \"car_truck\"",
                "meta | state_of_vehicle | null",
                "meta | price | \"10,499 USD\"",
                "meta | availability | \"in stock\"",
                "meta | address | {\"city\": \"C\"}",
                "meta | latitude | 91",
                "meta | longitude | null",
                "tiktok | vehicle_id | null",
                "tiktok | title | null",
                "tiktok | description | null",
                "tiktok | url | null",
                "tiktok | make | null",
                "tiktok | model | null",
                "tiktok | year | null",
                "tiktok | mileage.value | -1",
                "tiktok | mileage.unit | \"miles\"",
                "tiktok | state_of_vehicle | \"used\"",
                "sitemap | loc | \"/cars/1\"",
                "sitemap | loc | null",
                "sitemap | lastmod | \"today\"",
                "inventory | vin | null",
                "inventory | dealer | null"
            })
    void aRowThatBreaksARuleIsToldWhich(String feed, String member, String value) throws IOException {
        ObjectNode row = (ObjectNode) JSON.readTree(RIGHT.get(feed));
        JsonNode wrong = JSON.readTree(value);
        if (wrong.isNull()) {
            row.remove(member);
        } else {
            row.set(member, wrong);
        }

        assertThat(schema(feed).check(row)).isNotEmpty().anyMatch(reason -> reason.contains(member));
    }

    @Test
    void anIdOfMoreThanAHundredSignsIsNoneForTikTok() throws IOException {
        ObjectNode row = (ObjectNode) JSON.readTree(RIGHT.get("tiktok"));
        row.put("vehicle_id", "x".repeat(101));

        assertThat(schema("tiktok").check(row)).anyMatch(reason -> reason.startsWith("vehicle_id"));
    }

    @Test
    void theMileageOfANewCarMayBeLackingAndAVinOfBefore1981IsNotChecked() throws IOException {
        ObjectNode row = (ObjectNode) JSON.readTree(RIGHT.get("google-listings"));
        row.remove("mileage");
        row.put("condition", "new");
        assertThat(schema("google-listings").check(row)).isEmpty();

        row.put("year", 1975).put("vin", "1A2B3C");
        assertThat(schema("google-listings").check(row)).isEmpty();
    }

    @Test
    void whatToDoStandsBesideWhatIsWrong() throws IOException {
        ObjectNode row = (ObjectNode) JSON.readTree(RIGHT.get("google-listings"));
        row.remove("store_code");

        assertThat(schema("google-listings").check(row))
                .anyMatch(reason -> reason.contains("Set placeIds.google of the dealer"));
    }

    @Test
    void aSchemaThatIsNoneIsRefused() {
        assertThatThrownBy(() -> FeedSchema.read("{")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> FeedSchema.read("{}"))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("properties");
        assertThatThrownBy(() -> FeedSchema.read("{\"properties\": {\"a\": {\"x-rule\": \"none\"}}}"))
                .isInstanceOf(Failure.class);
    }

    private static FeedSchema schema(String feed) throws IOException {
        return FeedSchema.read(Files.readString(Path.of("routes/feed-" + feed + ".schema.json")));
    }
}

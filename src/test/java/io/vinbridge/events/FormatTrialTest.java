package io.vinbridge.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.events.formats.TryEventCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that tries a mapping before it is used. */
class FormatTrialTest {

    private static final String AUCTION = """
            def takes(message)
              $message.lot

            {
              "id": .lot.number, "source": "auction", "kind": "vehicle.sold", "vin": member(.lot, "vin"), "time": when(.hammerTime),
              "fields": {"price": money(.hammerPrice), "dealer": .buyer, "grade": {"paint": .lot.paint}}
            }
            """;

    @TempDir
    private Path folder;

    @Test
    void showsWhatAFormatOfOnesOwnMakesOfASample() throws Exception {
        String flat = Files.readString(Path.of("routes/format-flat.camel.yaml"));
        Files.writeString(folder.resolve("format-auction.camel.yaml"), flat.replace("format-flat", "format-auction"));
        Files.writeString(folder.resolve("format-auction.jslt"), AUCTION);
        assertThat(tried("{\"lot\":{\"number\":7,\"vin\":\"1HGCY2F67PAA12345\"},\"hammerPrice\":12000}"))
                .isEqualTo(
                        "{\"fields\":{\"price\":12000},\"id\":\"7\",\"kind\":\"vehicle.sold\",\"source\":\"auction\","
                                + "\"vin\":\"1HGCY2F67PAA12345\"}\n");
        assertThat(
                        tried(
                                "{\"lot\":{\"number\":7,\"VIN\":\"1HGCY2F67PAA12345\"},\"hammerPrice\":\"passed\",\"buyer\":null}"))
                .isEqualTo(
                        "{\"fields\":{\"dealer\":null,\"price\":null,\"priceText\":\"passed\"},\"id\":\"7\",\"kind\":\"vehicle.sold\","
                                + "\"source\":\"auction\",\"vin\":\"1HGCY2F67PAA12345\",\"warnings\":[{\"code\":\"UnreadableNumber\","
                                + "\"field\":\"price\",\"message\":\"The field price is no amount: passed\"}]}\n");
        assertThat(tried("{\"lot\":{\"number\":7}}")).isEqualTo("Not understood: There is no VIN in it\n");
        assertThat(tried("{\"bid\":1}")).isEqualTo("Not understood: No format takes it; it has bid\n");
    }

    private String tried(String message) throws Exception {
        Path sample = Files.writeString(folder.resolve("sample.json"), message);
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean understood = TryEventCommand.run(sample, folder, new PrintStream(printed, true, UTF_8));
        assertThat(understood).isEqualTo(!printed.toString(UTF_8).contains("Not understood"));
        return printed.toString(UTF_8);
    }
}

package io.vinbridge.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.testing.selection.NightlyBuild;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Whole files that come truncated, doubled, in another order, late or half: never are more cars gone than the allowed
 * share, none by a file that breaks off, is older or contradicts its trailer, and each car wrongly gone is back by the
 * next right file.
 */
class StockGuardLawsTest {

    private static final int FILES = NightlyBuild.tries(25, 100);
    private static final int CARS = 30;
    private static final double SHARE = 0.2;
    private static final int PATTERN = 710_000;

    private final Node node = World.shared().node();

    @Test
    void noFileTakesAwayWhatItMayNot() {
        Random chance = new Random(25);
        for (int dealer = 0; dealer < 5; dealer++) {
            DealerLot lot = new DealerLot(node, "laws-" + dealer);
            List<String> history = new ArrayList<>();
            String right = file(dealer, CARS, chance, 0);
            lot.whole(right);
            history.add(right);
            for (int i = 1; i <= FILES / 5; i++) {
                Set<String> before = new TreeSet<>(lot.has().keySet());
                String hurt = hurt(right, history, chance);
                String report = report(lot, hurt);
                Set<String> gone = new TreeSet<>(before);
                gone.removeAll(lot.has().keySet());

                assertThat(gone.size()).as(report).isLessThanOrEqualTo((int) (SHARE * before.size()));
                if (!"taken".equals(JsonPath.<String>read(report, "$.state"))) {
                    assertThat(gone).as(report).isEmpty();
                }
                right = file(dealer, CARS, chance, i);
                assertThat(JsonPath.<String>read(lot.whole(right), "$.state")).isEqualTo("taken");
                history.add(right);
                assertThat(lot.has()).hasSize(CARS);
            }
        }
    }

    /** One that breaks off among its first lines is refused at once. */
    private static String report(DealerLot lot, String file) {
        byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> sent = lot.send(bytes, "?mode=whole");
        return sent.statusCode() == 400
                ? "{\"state\": \"refused\"}"
                : lot.settled(
                        sent.headers().firstValue("Location").orElseThrow().substring("/api/v1".length()));
    }

    /** The cars stay the same; their prices do not, and neither does their order. */
    private static String file(int dealer, int cars, Random chance, int day) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < cars; i++) {
            lines.add(World.vin(PATTERN + dealer, i + 1) + ",S" + i + "," + (10_000 + (i == 0 ? day : 0)));
        }
        Collections.shuffle(lines, chance);
        return "vin,stock,price\n" + String.join("\n", lines) + "\nTRAILER," + cars + ",\n";
    }

    private static String hurt(String right, List<String> history, Random chance) {
        return switch (chance.nextInt(6)) {
            case 0 -> right.substring(0, "vin,stock,price\n".length() + 20 + chance.nextInt(right.length() - 60));
            case 1 -> right + right;
            case 2 -> right + right.substring(right.indexOf('\n') + 1);
            case 3 -> history.get(chance.nextInt(history.size()));
            case 4 -> right.substring(0, right.length() / 2) + "\"" + right.substring(right.length() / 2);
            default -> {
                List<String> lines = new ArrayList<>(right.lines().toList());
                int fewer = 1 + chance.nextInt(CARS - 1);
                for (int i = 0; i < fewer; i++) {
                    lines.remove(1 + chance.nextInt(lines.size() - 2));
                }
                String trailer = chance.nextBoolean() ? lines.get(lines.size() - 1) : "TRAILER," + (CARS - fewer) + ",";
                lines.set(lines.size() - 1, trailer);
                yield String.join("\n", lines) + "\n";
            }
        };
    }
}

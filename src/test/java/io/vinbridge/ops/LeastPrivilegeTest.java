package io.vinbridge.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.TestServers;
import io.vinbridge.testing.World;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.data.redis.core.RedisCallback;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The service works with no more than what docs/deployment.md says that it needs of PostgreSQL and Redis. */
class LeastPrivilegeTest {

    @Test
    void aNodeWorksThatOwnsNothingAndMayCallOnlyWhatItCalls() throws Exception {
        String docs = Files.readString(Path.of("docs/deployment.md"));
        try (World world = World.create()) {
            Node owner = world.node();
            JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(
                    world.database(), TestServers.postgres().user(), ""));
            for (String statement : block(docs, "sql").split(";\\s*", 0)) {
                jdbc.execute(statement);
            }
            allow(
                    owner.bean(StringRedisTemplate.class),
                    block(docs, "redis").replace("vehicle.events", "least.events"));
            owner.close();

            Node node = world.node(
                    "spring.datasource.username=vinbridge_node",
                    "vinbridge.migration.own-step=true",
                    // Nodes of other tests read the usual ones of the same Redis.
                    "vinbridge.events.redis.channel=least.events",
                    "vinbridge.events.redis.stream=least.events.stream",
                    "spring.data.redis.url="
                            + TestServers.redis().replace("redis://", "redis://vinbridge:a-password@"));
            String vin = World.freshVin();
            assertThat(node.get("/vehicles/" + vin).statusCode()).isEqualTo(200);
            assertThat(node.post("/refreshes", "{\"vins\":[\"" + vin + "\"]}").statusCode())
                    .isEqualTo(202);
            StringRedisTemplate redis = node.bean(StringRedisTemplate.class);
            redis.opsForStream()
                    .add(
                            "least.events.stream",
                            Map.of(
                                    "event",
                                    "{\"type\":\"vehicle.updated\",\"vin\":\"" + vin + "\",\"colour\":\"red\"}"));

            await().until(() -> node.get("/vehicles/" + vin).body(), body -> JsonPath.<String>read(body, "$.own.colour")
                    .equals("red"));
            await().until(() -> redis.opsForStream().size("vehicle.changes.stream") > 0);
            assertThat(node.health("/actuator/health/readiness")).contains("UP");
        }
    }

    private static void allow(StringRedisTemplate redis, String command) {
        List<String> words = Arrays.asList(command.strip().split("\\s+"));
        byte[][] arguments = words.stream()
                .skip(1)
                .map(word -> word.getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
        redis.execute((RedisCallback<Object>) connection -> connection.execute(words.get(0), arguments));
    }

    /** A block of code in a text, by its language. */
    private static String block(String text, String language) {
        Matcher found =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL).matcher(text);
        assertThat(found.find()).as(language).isTrue();
        return found.group(1);
    }
}

package io.vinbridge.events.redis;

import io.lettuce.core.Consumer;
import io.lettuce.core.XTrimArgs;
import io.lettuce.core.api.sync.RedisCommands;
import io.vinbridge.events.EventSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Retention of the stream. An entry goes once every group that reads the stream has acknowledged it, and a consumer of
 * our group goes once it has read nothing for an hour and left nothing over: each start of a node makes new ones.
 */
final class StreamRetention {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final EventSettings.Redis settings;
    private final Duration keepConsumers;
    private long next = System.nanoTime();

    StreamRetention(EventSettings.Redis settings, Duration keepConsumers) {
        this.settings = settings;
        this.keepConsumers = keepConsumers;
    }

    /** True if nobody else's group reads the stream, as it is now. */
    boolean ours(RedisCommands<String, byte[]> redis) {
        return redis.xinfoGroups(settings.stream()).size() < 2;
    }

    /** Once a second: forgets what every group has, also what was there before there was but one. */
    void apply(RedisCommands<String, byte[]> redis) {
        long now = System.nanoTime();
        if (now - next < 0) {
            return;
        }
        next = now + SECOND;
        infos(redis.xinfoGroups(settings.stream())).stream()
                .map(group -> oldestNeeded(redis, group))
                .min(EntryId::compareTo)
                .ifPresent(oldest -> redis.xtrim(
                        settings.stream(),
                        XTrimArgs.Builder.minId(oldest.text()).exactTrimming()));
        infos(redis.xinfoConsumers(settings.stream(), settings.group())).stream()
                .filter(one -> number(one, "pending") == 0 && number(one, "idle") > keepConsumers.toMillis())
                .forEach(one ->
                        redis.xgroupDelconsumer(settings.stream(), Consumer.from(settings.group(), text(one, "name"))));
    }

    /**
     * The oldest entry that a group was given and has not acknowledged, else the one after the last that it was given.
     */
    private EntryId oldestNeeded(RedisCommands<String, byte[]> redis, Map<String, Object> group) {
        EntryId after = EntryId.of(text(group, "last-delivered-id")).next();
        if (number(group, "pending") == 0) {
            return after;
        }
        return Stream.of(redis.xpending(settings.stream(), text(group, "name")))
                .filter(pending -> pending.getCount() > 0)
                .map(pending -> EntryId.of(pending.getMessageIds().getLower().getValue()))
                .findAny()
                .orElse(after);
    }

    /** Redis tells each as a list of names and values in turn. */
    private static List<Map<String, Object>> infos(List<Object> told) {
        return told.stream().map(List.class::cast).map(StreamRetention::pairs).toList();
    }

    private static Map<String, Object> pairs(List<?> told) {
        Map<String, Object> pairs = new HashMap<>();
        for (int i = 0; i + 1 < told.size(); i += 2) {
            pairs.put(word(told.get(i)), told.get(i + 1));
        }
        return pairs;
    }

    private static long number(Map<String, Object> info, String name) {
        return info.get(name) instanceof Long number ? number : 0;
    }

    private static String text(Map<String, Object> info, String name) {
        return word(info.get(name));
    }

    private static String word(Object told) {
        return told instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(told);
    }

    /** Id of an entry: milliseconds, and a number among those of one millisecond, both without a sign. */
    private record EntryId(long time, long number) implements Comparable<EntryId> {

        static EntryId of(String text) {
            int dash = text.indexOf('-');
            return new EntryId(
                    Long.parseUnsignedLong(text, 0, dash, 10),
                    Long.parseUnsignedLong(text, dash + 1, text.length(), 10));
        }

        EntryId next() {
            return number == -1 ? new EntryId(time + 1, 0) : new EntryId(time, number + 1);
        }

        String text() {
            return Long.toUnsignedString(time) + "-" + Long.toUnsignedString(number);
        }

        @Override
        public int compareTo(EntryId other) {
            int byTime = Long.compareUnsigned(time, other.time);
            return byTime == 0 ? Long.compareUnsigned(number, other.number) : byTime;
        }
    }
}

package io.vinbridge.events.redis;

import io.lettuce.core.Consumer;
import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.StreamMessage;
import io.lettuce.core.XAutoClaimArgs;
import io.lettuce.core.XGroupCreateArgs;
import io.lettuce.core.XReadArgs;
import io.lettuce.core.XReadArgs.StreamOffset;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.vinbridge.events.EventSettings;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One consumer of the stream's group. What it has read is acknowledged once it is stored, and deleted from the stream
 * once every other group has it too; until then it is read again, by this reader or, if that is gone, by another. Used
 * by one thread at a time.
 */
final class StreamReader {

    private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
    private static final String FROM_THE_BEGINNING = "0";
    private static final Duration KEEP_CONSUMERS = Duration.ofHours(1);
    private static final long MILLION = 1_000_000;
    private static final long PAUSE = 1_000 * MILLION;

    private final Supplier<StatefulRedisConnection<String, byte[]>> connect;
    private final EventSettings.Redis settings;
    private final Consumer<String> consumer;
    private final StreamRetention retention;
    private final BatchSize own;
    private final BatchSize others;
    private StatefulRedisConnection<String, byte[]> connection;
    private boolean leftOver = true;
    private boolean failing;
    private long pausedUntil = System.nanoTime();
    private long reclaimedAt = System.nanoTime();

    StreamReader(Supplier<StatefulRedisConnection<String, byte[]>> connect, EventSettings.Redis settings, String name) {
        this.connect = connect;
        this.settings = settings;
        this.consumer = Consumer.from(settings.group(), name);
        this.retention = new StreamRetention(settings, KEEP_CONSUMERS);
        this.own = new BatchSize(settings.batch());
        this.others = new BatchSize(settings.batch());
    }

    /**
     * The next entries, null where there are none, or where Redis does not answer: that is tried again every second.
     */
    StreamEntries read() {
        if (System.nanoTime() - pausedUntil < 0) {
            return null;
        }
        try {
            StreamEntries entries = StreamEntries.of(next(), settings.field());
            retention.apply(connection());
            if (failing) {
                LOG.info("Redis answers; the stream {} is read again", settings.stream());
            }
            failing = false;
            return entries;
        } catch (RuntimeException e) {
            lost(e);
            return null;
        }
    }

    /** Ends what is stored, wholly or not at all; if that fails, it is read again and found to be known. */
    void acknowledge(StreamEntries entries) {
        try {
            String[] ids = entries.ids().toArray(String[]::new);
            RedisCommands<String, byte[]> redis = connection();
            // What another group reads as well goes when that has it too.
            boolean ours = retention.ours(redis);
            redis.multi();
            redis.xack(settings.stream(), settings.group(), ids);
            if (ours) {
                redis.xdel(settings.stream(), ids);
            }
            redis.exec();
        } catch (RuntimeException e) {
            lost(e);
        }
    }

    /** The entries that were read last are not stored: they come again. */
    void notStored() {
        leftOver = true;
        pausedUntil = System.nanoTime() + PAUSE;
    }

    void close() {
        if (connection != null) {
            // Whether it closes well is of no concern: one that is half open does not.
            var unused = connection.closeAsync();
            connection = null;
        }
    }

    private List<StreamMessage<String, byte[]>> next() {
        try {
            if (leftOver) {
                List<StreamMessage<String, byte[]>> own =
                        read(StreamOffset.from(settings.stream(), FROM_THE_BEGINNING));
                leftOver = !own.isEmpty();
                if (leftOver) {
                    return own;
                }
            }
            List<StreamMessage<String, byte[]>> taken = takenOver();
            return taken.isEmpty() ? read(StreamOffset.lastConsumed(settings.stream())) : taken;
        } catch (RedisCommandExecutionException e) {
            if (e.getMessage() != null && e.getMessage().startsWith("NOGROUP")) {
                createGroup();
                return List.of();
            }
            throw e;
        }
    }

    @SuppressWarnings("unchecked")
    private List<StreamMessage<String, byte[]>> read(StreamOffset<String> from) {
        return sized(own, connection().xreadgroup(consumer, XReadArgs.Builder.count(own.messages()), from));
    }

    /**
     * Entries that others have read and not stored for so long that they are taken for gone; their size may have ended
     * those readers.
     */
    private List<StreamMessage<String, byte[]>> takenOver() {
        long now = System.nanoTime();
        if (now - reclaimedAt < settings.reclaimAfter().toNanos() / 3) {
            return List.of();
        }
        List<StreamMessage<String, byte[]>> taken = connection()
                .xautoclaim(
                        settings.stream(),
                        new XAutoClaimArgs<String>()
                                .consumer(consumer)
                                .minIdleTime(settings.reclaimAfter())
                                .startId(FROM_THE_BEGINNING)
                                .count(others.messages()))
                .getMessages();
        if (taken.isEmpty()) {
            reclaimedAt = now;
            others.reset();
        }
        return sized(others, taken);
    }

    private static List<StreamMessage<String, byte[]>> sized(
            BatchSize size, List<StreamMessage<String, byte[]>> messages) {
        if (!messages.isEmpty()) {
            size.adapt(
                    messages.size(),
                    messages.stream().mapToLong(StreamEntries::bytes).sum());
        }
        return messages;
    }

    private void createGroup() {
        try {
            connection()
                    .xgroupCreate(
                            StreamOffset.from(settings.stream(), FROM_THE_BEGINNING),
                            settings.group(),
                            XGroupCreateArgs.Builder.mkstream());
            LOG.info("The stream {} has its consumer group {}", settings.stream(), settings.group());
        } catch (RedisBusyException e) {
            LOG.debug("Another node created the consumer group");
        }
    }

    private RedisCommands<String, byte[]> connection() {
        if (connection == null) {
            connection = connect.get();
        }
        return connection.sync();
    }

    /** The connection is given up, whatever is wrong with it: one that is half open looks like a slow one. */
    private void lost(RuntimeException e) {
        close();
        notStored();
        if (!failing) {
            LOG.warn(
                    "Reading the stream {} failed, and is retried every second: {}", settings.stream(), e.getMessage());
        }
        failing = true;
    }
}

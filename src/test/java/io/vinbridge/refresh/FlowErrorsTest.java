package io.vinbridge.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentelemetry.api.trace.Tracer;
import io.vinbridge.refresh.queue.InFlightWork;
import io.vinbridge.testing.Node;
import io.vinbridge.testing.World;
import io.vinbridge.tracing.Journey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** An error that a step throws, which is no exception, ends neither the consumer nor the work in hand. */
class FlowErrorsTest {

    private static final World WORLD = World.create();
    private static final Node NODE = WORLD.node("vinbridge.work.first-pause=10ms", "vinbridge.work.lease=5m");
    private static final AtomicReference<Error> NEXT = new AtomicReference<>();

    private static final AtomicInteger CAUGHT = new AtomicInteger();
    private static final AtomicInteger ENDED = new AtomicInteger();

    @BeforeAll
    static void addAFlow() throws Exception {
        NODE.bean(CamelContext.class).addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:flow-errors")
                        .doTry()
                        .to("direct:flow-errors")
                        .doCatch(Exception.class)
                        .process(exchange -> CAUGHT.incrementAndGet())
                        .doFinally()
                        .process(exchange -> ENDED.incrementAndGet())
                        .end();
                from("direct:flow-errors").errorHandler(noErrorHandler()).process(exchange -> throwNext());
            }
        });
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    static Stream<Supplier<Error>> errors() {
        return Stream.of(
                StackOverflowError::new, OutOfMemoryError::new, NoClassDefFoundError::new, AssertionError::new);
    }

    private static void throwNext() {
        Error error = NEXT.getAndSet(null);
        if (error != null) {
            throw error;
        }
    }

    @ParameterizedTest
    @MethodSource("errors")
    void aFlowThatThrowsItIsEndedAsAfterAnException(Supplier<Error> error) {
        int caught = CAUGHT.get();
        int ended = ENDED.get();
        NEXT.set(error.get());
        try (ProducerTemplate messages = NODE.bean(CamelContext.class).createProducerTemplate()) {
            messages.sendBody("seda:flow-errors", "fails");
            messages.sendBody("seda:flow-errors", "succeeds");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }

        await().untilAsserted(() -> assertThat(ENDED).hasValue(ended + 2));
        assertThat(CAUGHT).hasValue(caught + 1);
    }

    @ParameterizedTest
    @MethodSource("errors")
    @SuppressWarnings("unchecked")
    void workIsClaimedAfterAClaimThrewIt(Supplier<Error> error) {
        NEXT.set(error.get());
        Map<String, Object> parameters =
                (Map<String, Object>) ReflectionTestUtils.getField(NODE.bean(InFlightWork.class), "limits");
        Object settings = parameters.put("settings", new Thrown());
        await().untilAsserted(() -> assertThat(NEXT.get()).isNull());
        parameters.put("settings", settings);

        assertThat(NODE.get("/vehicles/" + World.freshVin()).body()).contains("\"make\":");
    }

    /**
     * Before the flow of its kind begins, a worker's own first steps may fail too, as where there is no memory left.
     */
    @ParameterizedTest
    @MethodSource("errors")
    void workIsGivenBackAfterTheTracerThrewIt(Supplier<Error> error) {
        Journey journey = NODE.bean(Journey.class);
        Tracer tracer = (Tracer) ReflectionTestUtils.getField(journey, "tracer");
        NEXT.set(error.get());
        ReflectionTestUtils.setField(journey, "tracer", (Tracer) name -> {
            if (Thread.currentThread().getName().contains("refresh-work")) {
                throwNext();
            }
            return tracer.spanBuilder(name);
        });

        assertThat(NODE.get("/vehicles/" + World.freshVin()).statusCode()).isEqualTo(500);
        ReflectionTestUtils.setField(journey, "tracer", tracer);
        await().untilAsserted(() -> assertThat(
                        NODE.bean(JdbcTemplate.class).queryForObject("SELECT count(*) FROM work", Long.class))
                .isZero());
        assertThat(NEXT.get()).isNull();
    }

    /** A value that the driver cannot write. */
    private static final class Thrown implements CharSequence {

        @Override
        public String toString() {
            throwNext();
            return "";
        }

        @Override
        public int length() {
            return 0;
        }

        @Override
        public char charAt(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return this;
        }
    }
}

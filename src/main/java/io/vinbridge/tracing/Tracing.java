package io.vinbridge.tracing;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.instrumentation.jdbc.datasource.JdbcTelemetry;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Sends traces to where {@code OTEL_EXPORTER_OTLP_ENDPOINT} says, and to nowhere without it. OpenTelemetry's other
 * settings hold too, such as {@code OTEL_TRACES_SAMPLER}, {@code OTEL_SERVICE_NAME} and
 * {@code OTEL_RESOURCE_ATTRIBUTES}.
 */
@Configuration(proxyBeanMethods = false)
class Tracing {

    private static final String ENDPOINT = "otel.exporter.otlp.endpoint";

    /** Metrics are scraped and logs are written to standard output: neither is pushed. */
    private static final Map<String, String> USUAL = Map.of(
            "otel.service.name", "vinbridge",
            "otel.exporter.otlp.protocol", "http/protobuf",
            "otel.metrics.exporter", "none",
            "otel.logs.exporter", "none");

    @Bean
    static OpenTelemetry openTelemetry(Environment environment) {
        if (!environment.containsProperty(ENDPOINT)) {
            return OpenTelemetry.noop();
        }
        Map<String, String> settings = new HashMap<>(USUAL);
        Binder.get(environment)
                .bind("otel", Bindable.mapOf(String.class, String.class))
                .ifBound(given -> given.forEach((name, value) -> settings.put("otel." + name, value)));
        return AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> settings)
                .addTracerProviderCustomizer((tracers, config) -> tracers.setIdGenerator(new TraceIds()))
                .addSamplerCustomizer((sampler, config) -> new SpanSampler(sampler))
                .disableShutdownHook()
                .build()
                .getOpenTelemetrySdk();
    }

    /** Statements are shown without the values in them. */
    @Bean
    @ConditionalOnProperty(ENDPOINT)
    static BeanPostProcessor tracedStatements(ObjectProvider<OpenTelemetry> telemetry) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source
                        ? JdbcTelemetry.create(telemetry.getObject()).wrap(source)
                        : bean;
            }
        };
    }
}

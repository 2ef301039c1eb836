package io.vinbridge.events.formats;

import io.vinbridge.events.EventSettings;
import io.vinbridge.events.IntakeChannel;
import io.vinbridge.events.RouteGate;
import io.vinbridge.events.formats.ParsedEvent.Unclear;
import io.vinbridge.events.formats.ParsedEvent.Understood;
import io.vinbridge.events.formats.mapping.MappingLanguage;
import io.vinbridge.events.formats.messages.MessageBatch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/**
 * Shows what the formats of a folder make of a message, with nothing else running: no database, no Redis, no
 * ChromeData.
 */
public final class TryEventCommand {

    private TryEventCommand() {}

    /** Prints the events in the message, or why there are none. Returns whether all of it is understood. */
    public static boolean run(Path message, Path routes, PrintStream out) throws Exception {
        byte[] bytes = Files.readAllBytes(message);
        EventSettings settings =
                Binder.get(new StandardEnvironment()).bindOrCreate("vinbridge.events", EventSettings.class);
        DefaultCamelContext context = new DefaultCamelContext();
        context.getRegistry().bind("mappingLanguage", new MappingLanguage());
        try {
            Properties properties = new Properties();
            properties.setProperty("vinbridge.routes-location", "file:" + routes);
            context.getPropertiesComponent().setOverrideProperties(properties);
            context.addRoutes(new DeadLetterRouteConfiguration());
            for (Path format : formats(routes)) {
                PluginHelper.getRoutesLoader(context)
                        .loadRoutes(
                                ResourceHelper.fromBytes(format.getFileName().toString(), Files.readAllBytes(format)));
            }
            context.start();
            RouteGate gate = new RouteGate();
            gate.open();
            EventNormalizer normalising = new EventNormalizer(new Formats(context), settings, gate);
            return show(normalising.read(new MessageBatch(IntakeChannel.ROUTE, List.of(bytes), null)), out);
        } finally {
            context.stop();
        }
    }

    private static boolean show(ParsedEvents readings, PrintStream out) {
        boolean all = true;
        for (ParsedEvent reading : readings.list()) {
            if (reading instanceof Understood event) {
                out.println(event.json());
            } else if (reading instanceof Unclear unclear) {
                all = false;
                out.println("Not understood: " + unclear.failure().getMessage());
            }
        }
        return all;
    }

    private static List<Path> formats(Path routes) throws IOException {
        try (Stream<Path> files = Files.list(routes)) {
            return files.filter(file -> file.getFileName().toString().matches("format-.*\\.camel\\.yaml"))
                    .sorted()
                    .toList();
        }
    }
}

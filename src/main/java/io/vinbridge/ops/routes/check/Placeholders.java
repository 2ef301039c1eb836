package io.vinbridge.ops.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;

/** The settings that routes may name in double braces. All others stay out of their reach: some are secrets. */
@Component
class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");
    private static final Pattern OFFERED = Pattern.compile(
            "(vinbridge\\.(schedules|events|publishing|values)\\.[a-z0-9.-]+|vinbridge\\.routes-location)(:.*)?");
    private static final Pattern SECRET = Pattern.compile("(?i).*(secret|password|token|key|credential).*");

    private final CamelContext context;

    Placeholders(CamelContext context) {
        this.context = context;
    }

    /**
     * Judges all texts in a tree.
     *
     * @throws Failure if one names a setting that is not offered, or that is not there
     */
    void check(JsonNode tree) {
        if (tree.isTextual()) {
            checkText(tree.asText());
        }
        tree.forEach(this::check);
    }

    /** A text with the settings in the place of their names. */
    String resolve(String text) {
        return text.contains("{{") ? context.resolvePropertyPlaceholders(text) : text;
    }

    /** A tree with the settings in the place of their names. */
    JsonNode resolve(JsonNode tree) {
        return RouteYaml.mapped(tree, leaf -> leaf.isTextual() ? TextNode.valueOf(resolve(leaf.asText())) : leaf);
    }

    private void checkText(String text) {
        Matcher placeholders = PLACEHOLDER.matcher(text);
        while (placeholders.find()) {
            String name = placeholders.group(1);
            if (!OFFERED.matcher(name).matches()
                    || SECRET.matcher(name.replaceFirst(":.*", "")).matches()) {
                throw refused("routes may not name " + placeholders.group() + "; they may name vinbridge.values.*,"
                        + " vinbridge.schedules.*, vinbridge.events.* and vinbridge.publishing.*");
            }
        }
        if (placeholders.replaceAll("").contains("{{")) {
            throw refused("the braces of a placeholder are not closed, or it has others in it: " + text);
        }
        String said;
        try {
            said = resolve(text);
        } catch (IllegalArgumentException e) {
            throw refused(e.getMessage());
        }
        // As Camel has it before it looks.
        if (said.trim().startsWith("resource:")) {
            throw refused("a route may not read " + said.trim());
        }
    }

    private static Failure refused(String why) {
        return new Failure(Reason.INVALID_ROUTE, why);
    }
}

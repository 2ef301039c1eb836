package io.vinbridge.api.styles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Definitions as callers look them up: flat, with every member, in the order of the vendor's list. */
final class DefinitionJson {

    private DefinitionJson() {}

    /** Of categories; {@code id} picks one, null all. One without a number defines nothing, and is left out. */
    static ArrayNode categories(JsonNode stored, @Nullable Integer id) {
        return items(stored, "category", id, List.of("group", "header", "type"), List.of());
    }

    /** The same of titles of specifications, with the unit of their values. */
    static ArrayNode specifications(JsonNode stored, @Nullable Integer id) {
        return items(stored, "title", id, List.of("group", "header"), List.of("unit"));
    }

    private static ArrayNode items(
            JsonNode stored, String defined, @Nullable Integer id, List<String> named, List<String> texts) {
        ArrayNode items = JsonNodeFactory.instance.arrayNode();
        for (JsonNode definition : stored) {
            JsonNode number = definition.path(defined).path("id");
            if (number.isInt() && (id == null || id == number.intValue())) {
                ObjectNode item = items.addObject();
                item.set("id", number);
                item.set("name", orNull(definition.path(defined).path("name")));
                named.forEach(member -> item.set(member, orNull(definition.path(member))));
                texts.forEach(member -> item.set(member, orNull(definition.path(member))));
            }
        }
        return items;
    }

    private static JsonNode orNull(JsonNode member) {
        return member.isMissingNode() ? JsonNodeFactory.instance.nullNode() : member;
    }
}

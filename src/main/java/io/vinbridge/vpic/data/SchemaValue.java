package io.vinbridge.vpic.data;

import java.util.List;

/**
 * Value that patterns of a schema give: as the dump has it, and, of a model, what it is called and whose it is.
 *
 * @param attribute the text, or the identifier of a look-up element
 * @param model the model's name; null for other elements and for a model that the dump does not have
 * @param makes the makes of the model
 */
public record SchemaValue(String attribute, String model, List<String> makes) {}

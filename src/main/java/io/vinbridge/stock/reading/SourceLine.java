package io.vinbridge.stock.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/**
 * Line of a stock file as it came: a row of a table, an object, or an element.
 *
 * @param number where it ends, as an editor counts; of objects and elements, the how many-eth it is
 * @param names of its members as the file has them; those of a table are the same list for each line
 * @param cells their values as texts; empty where nothing stands there
 * @param decimals places of the cells that are numbers with decimals by their type, not as somebody wrote them: such a
 *     12.345 is not twelve thousand
 * @param tree all of it with what is nested, for the mapping of a profile; null of a table
 */
public record SourceLine(long number, List<String> names, List<String> cells, Set<Integer> decimals, JsonNode tree) {}

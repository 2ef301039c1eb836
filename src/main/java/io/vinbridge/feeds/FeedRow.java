package io.vinbridge.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Row of a feed, or why it is none.
 *
 * @param row null where the mapping leaves the vehicle out
 * @param wrong what is wrong with it, with what to do; empty where it is published
 */
public record FeedRow(String vin, String dealer, JsonNode row, List<String> wrong) {}

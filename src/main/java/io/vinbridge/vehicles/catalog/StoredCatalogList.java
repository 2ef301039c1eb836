package io.vinbridge.vehicles.catalog;

import com.fasterxml.jackson.databind.JsonNode;

/** A list of the catalogue as last fetched; {@code stale} says whether that is longer ago than it may be. */
public record StoredCatalogList(JsonNode items, boolean stale) {}

package io.vinbridge.vehicles.lists;

import java.util.List;

/**
 * A part of a list.
 *
 * @param next where the next part begins, as {@link VehicleLists} reads it; null after the last
 */
public record VehiclePage(List<ListedVehicle> items, List<String> next) {}

package io.vinbridge.feeds;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Vehicle as a dealer offers it, as a mapping takes it: {@code vin}, {@code vehicle}, {@code offer}, {@code dealer},
 * {@code link} and {@code photos}.
 */
record OfferedVehicle(String vin, String dealer, ObjectNode input) {}

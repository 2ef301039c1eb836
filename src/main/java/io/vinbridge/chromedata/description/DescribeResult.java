package io.vinbridge.chromedata.description;

/**
 * Answer of describeVehicle: the description, where it comes from, and what it holds for.
 *
 * @param source the vendor's word, such as {@code Catalog}; null where it does not say
 * @param forOneVin whether it holds for the asked VIN alone, rather than for all of its pattern
 */
public record DescribeResult(Description description, String source, boolean forOneVin) {}

package io.vinbridge.chromedata.description;

/** What describeVehicle answered: the description, and whether it holds for the pattern or for the asked VIN alone. */
public record DescribeResult(Description description, DataSource source) {}

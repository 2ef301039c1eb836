package io.vinbridge.chromedata.description;

/** A country's data set: its build and when it was published (the vendor's text, ISO 8601 with an offset). */
public record DataVersion(String country, String build, String date, Boolean licensed) {}

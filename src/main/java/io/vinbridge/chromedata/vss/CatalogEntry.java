package io.vinbridge.chromedata.vss;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Entry of a list of the catalogue.
 *
 * @param id the vendor's number; where VSS has only a code, a number made of that, which stays the same
 * @param code what VSS calls it in questions; null where that is the number or the name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CatalogEntry(int id, String name, String code) {}

/** Rows of descriptions by request key: the last answer of ChromeData, its freshness, and the demand for it. */
package io.vinbridge.vehicles.descriptions;

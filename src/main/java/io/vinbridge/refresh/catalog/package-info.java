/**
 * Flows that fetch lists: the catalogue's, a style's pictures, and the data builds; and the walk that keeps the
 * catalogue.
 */
package io.vinbridge.refresh.catalog;

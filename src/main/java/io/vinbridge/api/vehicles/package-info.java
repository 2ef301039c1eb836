/**
 * Operations on vehicles: one by VIN, many at once, lists, and the history. They find what they serve through
 * {@code refresh}, and write stored documents out as bytes.
 */
package io.vinbridge.api.vehicles;

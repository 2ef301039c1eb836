/**
 * Offers: what each dealer says of a vehicle, by last writer wins, and which of them is served as the vehicle's own.
 * May know the registry.
 */
package io.vinbridge.vehicles.offers;

/**
 * Vehicles: the VIN, request keys, description documents, the choice of a style among candidates, and the store. Knows
 * no Redis, no HTTP and no schedule.
 */
package io.vinbridge.vehicles;

/**
 * Vehicles: the VIN, description documents, the choice of a style among candidates, and the store. Knows no Redis, no HTTP and no
 * schedule.
 */
package io.vinbridge.vehicles;

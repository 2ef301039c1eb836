/**
 * Description documents: canonical JSON without anything that belongs to one VIN or one fetch, content-addressed by
 * SHA-256, cached, and compared field by field. It knows no vehicle.
 */
package io.vinbridge.vehicles.documents;

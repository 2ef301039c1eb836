/**
 * Decode of a VIN from vPIC's patterns, as NHTSA's own functions do it: manufacturer's code, model year, schemas, keys,
 * ranking, conversions, errors and suggestion; and which VIN was probably meant. Knows no database.
 */
package io.vinbridge.vpic.decode;

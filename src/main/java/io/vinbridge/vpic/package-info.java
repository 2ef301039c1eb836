/**
 * Free decode: every VIN answered from NHTSA's published patterns (vPIC), which are imported into this database,
 * without a call of anybody.
 */
package io.vinbridge.vpic;

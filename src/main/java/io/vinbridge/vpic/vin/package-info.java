/**
 * The seventeen characters of a VIN: check digit, characters that are not allowed, model year, keys, regions, and edits
 * that a typing error makes.
 */
package io.vinbridge.vpic.vin;

/**
 * NHTSA's vehicle patterns (vPIC) in memory and in packed form: manufacturers' codes, schemas, keys, and what all
 * decodes share.
 */
package io.vinbridge.vpic.data;

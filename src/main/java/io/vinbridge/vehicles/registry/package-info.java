/**
 * Vehicles: the VINs that were asked for, with their style, their dealer's fields (last writer wins), their tracking,
 * and the changes that all of these make.
 */
package io.vinbridge.vehicles.registry;

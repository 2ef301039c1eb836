/**
 * Comparison of two descriptions of one vehicle by different services, member by member, by rules for each member; and
 * what was found, stored.
 */
package io.vinbridge.vehicles.comparison;

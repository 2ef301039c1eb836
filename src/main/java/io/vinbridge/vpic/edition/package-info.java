/**
 * Editions of vPIC in the database: import of a dump beside the one in use, checks, the switch, and what a node keeps
 * in memory.
 */
package io.vinbridge.vpic.edition;

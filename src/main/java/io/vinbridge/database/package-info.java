/**
 * Access to the database: the pools (a bulkhead between readers and all others), the circuit breakers before them, time
 * limits, arrays of rows for one statement, and the share of the heap that caches may take.
 */
@NullMarked
package io.vinbridge.database;

import org.jspecify.annotations.NullMarked;

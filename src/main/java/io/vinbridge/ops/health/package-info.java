/**
 * Health indicators: named states of everything that may be amiss, each with its runbook. Only the database, the routes
 * of requests and threads that are all busy count for readiness. Indicators read what was sampled or is in memory, so
 * that a probe costs no query.
 */
package io.vinbridge.ops.health;

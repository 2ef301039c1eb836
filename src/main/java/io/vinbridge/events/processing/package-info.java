/**
 * Processing of stored events, many at once: routes in YAML name the steps for each kind; all effects are made in one
 * transaction.
 */
package io.vinbridge.events.processing;

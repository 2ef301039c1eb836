/**
 * Start-up of a node: the checks of settings, account and database, the migration, and one message that says why the
 * service does not start.
 */
package io.vinbridge.ops.startup;

/**
 * Checks of the operator's routes before they run: schema, endpoints, placeholders, secrets, mappings, and a dry run
 * where nothing comes in. It judges texts, and changes nothing that runs.
 */
package io.vinbridge.ops.routes.check;

/**
 * The REST contract: each operation of {@code openapi/vinbridge.yaml} is a route here. Nothing in this room calls
 * ChromeData; things that are not stored are requested through {@code refresh}.
 */
package io.vinbridge.api;

/**
 * The REST contract: {@code openapi/vinbridge.yaml} says what there is, and each operation of it is a route here. Nothing in this room
 * calls ChromeData; what is not stored is asked for through the refresh flow.
 */
package io.vinbridge.api;

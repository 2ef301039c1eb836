/**
 * Addresses of pictures that a browser opens without a key: signed for a time, or open to anyone, and absolute where it
 * is known under which address the service is reached.
 */
package io.vinbridge.api.pictures;

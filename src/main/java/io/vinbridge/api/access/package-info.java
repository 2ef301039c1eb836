/** Who may call: a key in {@code X-API-Key}. Everything is closed without one, but for what is listed as open. */
package io.vinbridge.api.access;

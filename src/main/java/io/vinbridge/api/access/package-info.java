/**
 * Authentication of callers: by key in {@code X-API-Key}, by token, or by session. Everything is closed without, except
 * the paths that are listed as open.
 */
package io.vinbridge.api.access;

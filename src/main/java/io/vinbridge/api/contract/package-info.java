/**
 * Contract of the API: {@code openapi/vinbridge.yaml}, read once, matched to each request, and held up against its
 * parameters and scopes. It knows operations by their ids, and nothing of what they do.
 */
package io.vinbridge.api.contract;

/**
 * Operations on refresh runs and imports. It reads requests and writes answers; runs are planned and carried on in
 * {@code refresh.runs}.
 */
package io.vinbridge.api.runs;

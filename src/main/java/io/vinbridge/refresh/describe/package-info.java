/**
 * Flow that fetches a description: asks ADS, normalizes the answer, resolves the style, and stores all of it with the
 * end of the work in one transaction.
 */
package io.vinbridge.refresh.describe;

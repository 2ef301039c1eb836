/** Ledger of the calls to the sandbox, with which a test or a benchmark compares the product's own. */
package io.vinbridge.sandbox.ledger;

/** What was asked of the sandbox, how often and by whom: what a test or a benchmark holds the product to. */
package io.vinbridge.sandbox.ledger;

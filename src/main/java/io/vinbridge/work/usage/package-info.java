/** Ledger of calls: what was spent and avoided, its causes, its price, and its forecast. */
package io.vinbridge.work.usage;

/** Ledger of calls: what was spent and avoided, its causes, its price, and its forecast. */
@NullMarked
package io.vinbridge.work.usage;

import org.jspecify.annotations.NullMarked;

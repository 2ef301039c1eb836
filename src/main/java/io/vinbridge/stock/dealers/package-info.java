/** Dealers: who has stock, where, and how their cars are linked to. */
package io.vinbridge.stock.dealers;

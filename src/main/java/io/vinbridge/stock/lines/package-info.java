/** Lines of stock files as statements: which column is what, and what a cell says. */
package io.vinbridge.stock.lines;

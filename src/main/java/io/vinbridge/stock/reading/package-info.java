/** Readers of stock files: whatever they are packed and written in, line by line, in flat memory. */
package io.vinbridge.stock.reading;

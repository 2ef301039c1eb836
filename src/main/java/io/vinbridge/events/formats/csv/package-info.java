/** CSV as it comes: separators, quotes, and names of columns. May know the readers of numbers and times. */
package io.vinbridge.events.formats.csv;

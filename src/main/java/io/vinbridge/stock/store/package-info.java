/** Stock files and their lines in the database: state, counts, staged lines, retention. */
package io.vinbridge.stock.store;

/** The API of stock: dealers, their files, and the reports on these. */
package io.vinbridge.api.stock;

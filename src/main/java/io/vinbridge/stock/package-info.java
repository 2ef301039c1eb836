/** Stock: what dealers have. Files as they send them become statements about offers. */
package io.vinbridge.stock;

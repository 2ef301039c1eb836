/** Writing XML and JSON, and reading flat JSON, without a library. */
package io.vinbridge.sandbox.text;

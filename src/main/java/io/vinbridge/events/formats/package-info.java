/** Formats of messages: mapping from any of them to the canonical event. */
package io.vinbridge.events.formats;

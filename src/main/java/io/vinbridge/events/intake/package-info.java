/** Intake of events: the channels by which they come in, and the inbox, which stores each once (deduplication). */
package io.vinbridge.events.intake;

/** Intake of events, by whatever channel they come: the inbox, which stores each once (deduplication). */
package io.vinbridge.events.intake;

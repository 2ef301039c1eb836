package io.vinbridge.events.formats;

import io.vinbridge.events.IntakeChannel;
import java.util.List;

/** Result of parsing a batch, in the order of its messages. */
public record ParsedEvents(IntakeChannel channel, List<ParsedEvent> list) {}

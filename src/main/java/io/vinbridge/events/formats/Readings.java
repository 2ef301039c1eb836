package io.vinbridge.events.formats;

import io.vinbridge.events.Way;
import java.util.List;

/** What was made of a batch, in the order of its messages. */
public record Readings(Way way, List<Reading> list) {}

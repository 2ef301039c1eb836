package io.vinbridge.events.intake;

import io.vinbridge.events.formats.Batch;
import java.util.List;

/** What was read from the stream at once, and the ids by which it is acknowledged. */
record StreamEntries(List<String> ids, Batch batch) {}

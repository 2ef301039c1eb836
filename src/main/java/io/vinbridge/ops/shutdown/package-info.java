/** Shutdown of a node: readiness goes first, requests are served on for a while, and only then are they refused. */
@NullMarked
package io.vinbridge.ops.shutdown;

import org.jspecify.annotations.NullMarked;

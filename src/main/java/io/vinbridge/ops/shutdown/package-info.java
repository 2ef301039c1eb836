/** Shutdown of a node: readiness goes first, requests are served on for a while, and only then are they refused. */
package io.vinbridge.ops.shutdown;

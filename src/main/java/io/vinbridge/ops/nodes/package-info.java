/**
 * The nodes of the installation: which there are, what each says of itself when it starts, and whether their settings
 * are the same.
 */
@NullMarked
package io.vinbridge.ops.nodes;

import org.jspecify.annotations.NullMarked;

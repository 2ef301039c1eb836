/**
 * Mapping language of the formats: JSLT with functions of its own, over nodes that tell a null that was said from one
 * that is not there.
 */
@NullMarked
package io.vinbridge.events.formats.mapping;

import org.jspecify.annotations.NullMarked;

/** Flows that copy pictures into the mirror and check the copies. */
package io.vinbridge.refresh.pictures;

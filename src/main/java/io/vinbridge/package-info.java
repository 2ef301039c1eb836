/**
 * The application. Each direct sub-package is a room, which may know only the rooms to its left:
 * {@link io.vinbridge.ops.Rooms} lists them.
 */
package io.vinbridge;

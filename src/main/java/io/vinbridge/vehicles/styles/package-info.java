/** Choice of a style among candidates by hints. It ranks what it is given, and reads and stores nothing. */
package io.vinbridge.vehicles.styles;

/**
 * What can go wrong, in words that a caller and an operator can act on, and the named error policies that routes choose. The
 * leftmost room: it knows no other.
 */
package io.vinbridge.failures;

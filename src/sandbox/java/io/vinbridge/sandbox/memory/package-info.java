/** Bounded memory of the sandbox. */
package io.vinbridge.sandbox.memory;

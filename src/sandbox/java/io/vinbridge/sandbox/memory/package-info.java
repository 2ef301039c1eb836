/** What the sandbox keeps in memory, within bounds. */
package io.vinbridge.sandbox.memory;

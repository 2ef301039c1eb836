/** The ways in, and the inbox at the end of each. */
package io.vinbridge.events.intake;

/**
 * Events of other systems: brought into one form, stored once, and processed exactly once in their effects. The
 * formats, and the treatment of each kind, are routes in YAML.
 */
package io.vinbridge.events;

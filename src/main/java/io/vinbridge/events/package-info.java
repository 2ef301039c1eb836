/**
 * What other systems say happened to vehicles: taken in by three ways, brought into one form, kept once, and acted upon. What is
 * acted upon, and what in which format says so, are routes in YAML.
 */
package io.vinbridge.events;

/**
 * What comes in from other systems, and what goes out to them. What they say happened to vehicles is brought into one form, kept once, and
 * acted upon; changes are published over Redis and to webhooks. In which formats they say it, and what is done about it, are routes in
 * YAML.
 */
package io.vinbridge.events;

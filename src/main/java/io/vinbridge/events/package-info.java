/** What comes in from other systems and goes out to them: changes are published over Redis and to webhooks. */
package io.vinbridge.events;

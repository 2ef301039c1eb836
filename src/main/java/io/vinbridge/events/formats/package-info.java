/** From messages in any format to events in one form. */
package io.vinbridge.events.formats;

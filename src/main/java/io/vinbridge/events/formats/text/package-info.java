/** Readers of numbers and times as dealer systems write them. Know nothing else of the service. */
package io.vinbridge.events.formats.text;

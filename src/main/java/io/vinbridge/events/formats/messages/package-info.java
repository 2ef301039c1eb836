/** Messages taken apart: JSON, XML and CSV, in the character set that they are found to be written in. */
package io.vinbridge.events.formats.messages;

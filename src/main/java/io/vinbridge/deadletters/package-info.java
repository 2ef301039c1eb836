/**
 * Dead letters: things that could not be done and wait for a person, from all rooms in one list. It does not know how
 * to try again: the room that left a letter hears of its replay by an application event, in the transaction that takes
 * it off the list.
 */
package io.vinbridge.deadletters;

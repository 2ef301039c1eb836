/**
 * Cards: the few facts of a description by which a vehicle is shown and found, each by one rule, in words of closed
 * lists with the vendor's text beside, null where nothing says it. They are derived from documents alone, and know no
 * vehicle.
 */
package io.vinbridge.vehicles.cards;

/**
 * NHTSA's data beside ChromeData's: the second opinion of each described vehicle, and the stand-in of one that
 * ChromeData has not described.
 */
package io.vinbridge.vehicles.opinions;

/**
 * NHTSA's monthly dump of vPIC, read as it comes in: nothing of the file is run, and of what is not wanted nothing is
 * held.
 */
package io.vinbridge.vpic.dump;

/** Running the service: what is checked before it starts, and how it says that something is amiss. */
package io.vinbridge.ops;

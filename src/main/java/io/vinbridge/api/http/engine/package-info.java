/**
 * Camel's platform-http engine on the container's own thread: from the servlet to the route, and the reply out again.
 */
package io.vinbridge.api.http.engine;

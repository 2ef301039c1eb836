/**
 * Connections of the container: their states, transfers under way, and the share of threads that may block on a write.
 * Knows Tomcat alone.
 */
package io.vinbridge.api.http.connection;

/**
 * Servlet filters before every request: authentication, same origin, security headers, and the doors of the management
 * port.
 */
package io.vinbridge.api.access.filters;

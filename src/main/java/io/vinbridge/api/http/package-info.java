/**
 * Bridge between the servlet container and Camel: requests in, by a list of what is allowed, and replies out, as bytes.
 */
package io.vinbridge.api.http;

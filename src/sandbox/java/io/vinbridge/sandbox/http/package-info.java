/**
 * A small HTTP/1.1 server over plain sockets, one thread per connection. The JDK's own server can neither reset a
 * connection nor stop in the middle of a reply, and a stand-in for a troubled service must.
 */
package io.vinbridge.sandbox.http;

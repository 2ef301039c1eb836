/**
 * The embedded run: PostgreSQL, Redis and the ChromeData sandbox beside the service, for trying it out and for the
 * tests. Nothing of this, and nothing it needs, is in the production jar.
 */
package io.vinbridge.embedded;

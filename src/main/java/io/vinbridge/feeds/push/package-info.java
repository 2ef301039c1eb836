/** Pushes of feeds by operators' routes: each is made whole first, and one that is too short waits for a person. */
package io.vinbridge.feeds.push;

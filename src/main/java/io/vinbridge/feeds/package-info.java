/**
 * Feeds of stock for platforms: routes and mappings that operators own, rows held to each platform's rules, written as
 * they are read.
 */
package io.vinbridge.feeds;

/** The API of feeds, as platforms fetch them. */
package io.vinbridge.api.feeds;

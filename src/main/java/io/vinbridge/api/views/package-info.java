/**
 * Views of vehicles and styles: the card, one style, and the whole, each with the members that a caller picks. It shows
 * what is stored, and asks nobody.
 */
package io.vinbridge.api.views;

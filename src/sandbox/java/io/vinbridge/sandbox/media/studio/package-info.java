/**
 * Photographs of cars that do not exist: a body is a surface around the lines of a table, which a camera takes from an
 * angle; the paint is put on afterwards.
 */
package io.vinbridge.sandbox.media.studio;

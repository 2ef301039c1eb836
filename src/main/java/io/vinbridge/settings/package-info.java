/**
 * Settings in general: their names, their least and most, and how what an operator wrote is held against both. The
 * settings themselves are records of the rooms; their names, defaults and descriptions come from the configuration
 * metadata that the compiler writes into the jar.
 */
package io.vinbridge.settings;

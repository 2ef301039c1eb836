/** Beans for JMX, described once for each class. */
package io.vinbridge.ops.management;

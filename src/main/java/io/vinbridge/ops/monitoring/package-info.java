/** What can be seen of the service from outside: gauges over what is stored, health with what to do about it, beans for JMX. */
package io.vinbridge.ops.monitoring;

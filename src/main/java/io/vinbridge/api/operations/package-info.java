/** Operations for whoever runs the service: dead letters, schedules, and the usage of calls. */
package io.vinbridge.api.operations;

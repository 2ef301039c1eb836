/** Bodies of requests on their way in: memory reserved before they are read, least speed, unpacking, bounds. */
package io.vinbridge.api.http.bodies;

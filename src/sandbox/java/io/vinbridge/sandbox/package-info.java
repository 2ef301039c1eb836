/**
 * A stand-in for ChromeData over real sockets: descriptions over SOAP and photographs over REST, for running, testing
 * and measuring without an account. Its vehicles are made up from tables of real makes and models; nothing in it is
 * ChromeData's data. It needs the JDK alone and knows nothing of the product.
 */
package io.vinbridge.sandbox;

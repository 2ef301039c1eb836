/** Status of ChromeData's services and accounts, as health and metrics show it. */
package io.vinbridge.chromedata.status;

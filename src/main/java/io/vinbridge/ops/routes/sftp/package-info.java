/** Files on other servers, by SFTP: the accounts of the operator's settings, and routes' endpoints made with them. */
package io.vinbridge.ops.routes.sftp;

package io.vinbridge.api.access.filters;

import io.vinbridge.api.http.Caller;
import io.vinbridge.api.http.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request of somebody who showed a key; health, for one, tells them more. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {

    private final Caller caller;

    AuthenticatedRequest(HttpServletRequest request, Caller caller) {
        super(request);
        this.caller = caller;
    }

    @Override
    public Principal getUserPrincipal() {
        return caller;
    }

    /** A role is a scope: health tells more to who may operate. */
    @Override
    public boolean isUserInRole(String role) {
        return Scope.of(role).filter(caller.scope()::covers).isPresent();
    }

    @Override
    public String getRemoteUser() {
        return caller.name();
    }
}

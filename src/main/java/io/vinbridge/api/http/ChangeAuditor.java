package io.vinbridge.api.http;

/** Sees every change that is asked for through the API. */
public interface ChangeAuditor {

    /**
     * A change is about to be made; where this fails, it is not.
     *
     * @param operation the contract's name of it
     * @param target the path, below that of the API
     * @return the number by which its end is told
     */
    long begins(String operation, String target, HttpRequest request);

    /** It was answered, with a status of HTTP. */
    void ended(long number, int status);
}

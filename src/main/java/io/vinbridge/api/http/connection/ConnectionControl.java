package io.vinbridge.api.http.connection;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/** Valve that lets a request's connection be ended, which the servlet API has no words for. */
public class ConnectionControl extends ValveBase {

    private static final String ATTRIBUTE = ConnectionControl.class.getName();

    public ConnectionControl() {
        super(true);
    }

    /** A request's connection. */
    private record Connection(Request request) {}

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(ATTRIBUTE, new Connection(request));
        getNext().invoke(request, response);
    }

    /** It ends once the request is answered, and what is still to come of the body is not waited for. */
    public static void closeAfterAnswer(ServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Connection connection) {
            connection.request().getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            Response response = connection.request().getResponse();
            if (response.isCommitted()) {
                // To the container such an end is an error, whose page it would have made for an answer that is out
                // already.
                response.setErrorReported();
            }
        }
    }

    /** It ends now, amid what is being sent. */
    public static void closeNow(ServletRequest request, String why) {
        if (request.getAttribute(ATTRIBUTE) instanceof Connection connection) {
            connection.request().getCoyoteRequest().action(ActionCode.CLOSE_NOW, new IOException(why));
        }
    }
}

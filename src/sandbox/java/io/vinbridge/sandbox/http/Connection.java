package io.vinbridge.sandbox.http;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One caller's connection: reads a request, has it answered, and so on until either side closes. */
final class Connection implements Runnable {
    private static final int BUFFER = 32 * 1024;

    private final Socket socket;
    private final Handler handler;

    Connection(Socket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    @Override
    public void run() {
        try (socket) {
            socket.setTcpNoDelay(true);
            serve(new BufferedInputStream(socket.getInputStream(), BUFFER), socket.getOutputStream());
        } catch (IOException gone) {
            // The caller went away, or the reply was meant to end like this: there is nobody left to tell.
        }
    }

    private void serve(InputStream in, OutputStream raw) throws IOException {
        OutputStream out = new BufferedOutputStream(raw, BUFFER);
        RequestReader reader = new RequestReader(in, () -> {
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
        });
        try {
            for (Request request = reader.next(); request != null; request = reader.next()) {
                answer(request, in, out);
                if (request.header("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent()) {
                    return;
                }
            }
        } catch (RequestReader.Unreadable e) {
            new ReplyWriter(out, true)
                    .write(Reply.of(e.status(), "text/plain", e.getMessage()).header("Connection", "close"));
        }
    }

    private void answer(Request request, InputStream in, OutputStream out) throws IOException {
        ReplyWriter writer = new ReplyWriter(out, !request.method().equals("HEAD"));
        try {
            handler.handle(request, reply -> {
                switch (reply.manner().ending()) {
                    case WHOLE -> writer.write(reply);
                    case CUT -> writer.writeHalf(reply);
                    case RESET -> socket.setSoLinger(true, 0);
                    case NEVER -> waitForCallerToLeave(in);
                }
                if (reply.manner().ending() != Manner.Ending.WHOLE) {
                    throw new IOException("Ends here on purpose");
                }
            });
        } catch (RuntimeException e) {
            writer.write(Reply.of(500, "text/plain", "The sandbox failed: " + e));
        }
    }

    private static void waitForCallerToLeave(InputStream in) throws IOException {
        while (in.read() >= 0) {
            // What a caller sends after the request that hangs is of no interest.
        }
    }
}

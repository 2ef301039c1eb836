package io.vinbridge.api.http.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.vinbridge.testing.RawConnection;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that end amid their body, in the container that the service runs in. */
@SuppressWarnings("serial")
class ConnectionControlTest {

    private final AtomicInteger pagesOfErrors = new AtomicInteger();
    private final CompletableFuture<AsyncContext> begun = new CompletableFuture<>();
    private final Tomcat tomcat = new Tomcat();

    @TempDir
    private Path folder;

    @BeforeEach
    void start() throws Exception {
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("", folder.toString());
        context.getPipeline().addValve(new ConnectionControl());
        ErrorPage page = new ErrorPage();
        page.setLocation("/error");
        context.addErrorPage(page);
        Wrapper refusals = Tomcat.addServlet(context, "refusals", new Refusals());
        refusals.setAsyncSupported(true);
        refusals.addMapping("/refused");
        Wrapper errors = Tomcat.addServlet(context, "errors", new HttpServlet() {
            @Override
            protected void service(HttpServletRequest request, HttpServletResponse response) {
                pagesOfErrors.incrementAndGet();
            }
        });
        errors.addMapping("/error");
        tomcat.getConnector();
        tomcat.start();
    }

    @AfterEach
    void stop() throws Exception {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void noPageOfErrorsIsMadeForAnAnswerThatIsOutAlready() {
        try (RawConnection one = refused()) {
            AsyncContext async = begun.join();
            ConnectionControl.closeAfterAnswer(async.getRequest());
            async.complete();

            assertThat(one.answer().status()).isEqualTo(401);
            assertThat(one.endsWithin(10_000)).isTrue();
        }
        assertThat(pagesOfErrors).hasValue(0);
    }

    private RawConnection refused() {
        return RawConnection.to(tomcat.getConnector().getLocalPort())
                .send("POST /refused HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n1");
    }

    /** Answers with 401, and reads on without a thread. */
    private final class Refusals extends HttpServlet implements ReadListener {

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            response.setContentLength(0);
            response.flushBuffer();
            AsyncContext async = request.startAsync();
            async.setTimeout(0);
            LeftRequest.of(async);
            request.getInputStream().setReadListener(this);
            begun.complete(async);
        }

        @Override
        public void onDataAvailable() throws IOException {
            ServletInputStream in = begun.join().getRequest().getInputStream();
            boolean more = true;
            while (more && in.isReady()) {
                more = in.read() >= 0;
            }
        }

        @Override
        public void onAllDataRead() {
            begun.join().complete();
        }

        @Override
        public void onError(Throwable gone) {
            begun.join().complete();
        }
    }
}

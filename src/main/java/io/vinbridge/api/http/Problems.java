package io.vinbridge.api.http;

import io.vinbridge.database.DatabaseUnavailable;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Json;
import io.vinbridge.failures.Reason;
import io.vinbridge.tracing.Correlation;
import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.UncarriedVin;
import io.vinbridge.vpic.decode.ProbableVin;
import io.vinbridge.vpic.decode.ProbableVins;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells callers what went wrong: each reason has one problem type, one title and one status. */
@Component
public class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String TYPE = "urn:vinbridge:problem:";

    /** Time for {@code Retry-After} if the failure has none. */
    private static final Duration COME_BACK = Duration.ofSeconds(10);

    private final Json json;

    Problems(Json json) {
        this.json = json;
    }

    /**
     * The reply to a request that failed. What is no {@link Failure} is our own fault: it is logged, and its text kept
     * back.
     */
    public Reply reply(Throwable thrown) {
        Failure failure = failure(thrown);
        Problem problem = problem(failure);
        if (problem.status() != 503 && problem.status() != 429) {
            return reply(problem);
        }
        Duration wait = failure.retryAfter().orElse(COME_BACK);
        return reply(problem).with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }

    /** The reply to a request that no operation of the contract answers, or that the container refused. */
    public Reply unmatched(int status) {
        Problem problem =
                switch (status) {
                    case 404 ->
                        problem(new Failure(
                                Reason.NOT_FOUND, "Nothing is served at this path; the contract lists those that are"));
                    case 405 -> problem("method-not-allowed", "This resource does not take that method", status);
                    default ->
                        problem(status < 500 ? "invalid-request" : "internal", "The request was refused", status);
                };
        return reply(problem);
    }

    /** The reply to a request whose body came too slowly. */
    public Reply tooSlow() {
        return reply(problem("too-slow", "The body came too slowly", 408));
    }

    /** The reply to a request that may not do this. */
    public Reply denied(int status) {
        return reply(Problem.of(TYPE + "forbidden", "This key may not do this", status, null, correlationId()));
    }

    /**
     * The reply to a request that nobody vouches for; {@code sent} is true where it has a key or a token, which then is
     * the wrong one.
     */
    public Reply unauthorized(boolean sent) {
        return reply(Problem.of(
                TYPE + "unauthorized",
                "A valid API key is needed",
                401,
                sent
                        ? "The key or token that was sent is wrong: it is not known here, or has expired or been revoked"
                        : "Send it as X-API-Key",
                correlationId()));
    }

    /** The problem that a failure is to a caller, for replies that hold several. */
    public Problem problem(Failure failure) {
        Reason reason = failure.reason();
        List<ProbableVin> probable = failure instanceof UncarriedVin vin ? vin.probable() : List.of();
        return new Problem(
                TYPE + reason.word(),
                title(reason),
                status(reason),
                failure.getMessage(),
                failure instanceof InvalidVin vin ? vin.suggestion() : suggestion(probable),
                probable.isEmpty()
                        ? null
                        : probable.stream().map(Problem.Candidate::of).toList(),
                correlationId());
    }

    private static String suggestion(List<ProbableVin> probable) {
        ProbableVin only = ProbableVins.only(probable);
        return only == null ? null : only.vin();
    }

    private static Problem problem(String slug, String title, int status) {
        return Problem.of(TYPE + slug, title, status, null, correlationId());
    }

    private Reply reply(Problem problem) {
        return Reply.of(problem.status(), Problem.MEDIA_TYPE, Content.of(json.bytes(problem)));
    }

    private static Failure failure(Throwable thrown) {
        if (thrown instanceof Failure failure) {
            return failure;
        }
        if (thrown instanceof DataIntegrityViolationException refused && isOfTheData(refused)) {
            LOG.info("A request has a value that the database cannot store: {}", refused.getMessage());
            return new Failure(
                    Reason.INVALID_REQUEST,
                    "The request has a value that the database cannot store, such as a zero character, or a year out of range");
        }
        if (thrown instanceof DataAccessException || thrown instanceof TransactionException) {
            if (!DatabaseUnavailable.heldBack(thrown)) {
                LOG.warn("The database does not answer: {}", thrown.getMessage());
            }
            return new Failure(Reason.STORE_UNAVAILABLE, "The database does not answer", Duration.ofSeconds(5));
        }
        LOG.error("A request failed", thrown);
        return new Failure(Reason.INTERNAL, "Something went wrong in this service");
    }

    /** Class 22 of PostgreSQL's codes: the data is at fault, and the database is well. */
    private static boolean isOfTheData(DataIntegrityViolationException refused) {
        return refused.getMostSpecificCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("22");
    }

    private static String title(Reason reason) {
        return switch (reason) {
            case INVALID_VIN -> "This is no VIN";
            case INVALID_REQUEST -> "The request is not as the contract has it";
            case INVALID_EVENT -> "The event cannot be understood";
            case INVALID_ROUTE -> "The route cannot be run";
            case FORBIDDEN -> "This key may not do this";
            case TOO_MANY_REQUESTS -> "Too many requests";
            case BUSY -> "This node has too much in hand";
            case TOO_LARGE -> "The body is too large";
            case UNSUPPORTED_MEDIA_TYPE -> "The body cannot be read as it is sent";
            case NOT_CARRIED -> "ChromeData does not carry this";
            case PENDING -> "Not answered yet";
            case UPSTREAM_UNAVAILABLE -> "ChromeData does not answer";
            case UPSTREAM_REFUSED -> "ChromeData refuses";
            case UPSTREAM_MALFORMED -> "ChromeData answered what cannot be read";
            case BUDGET_SPENT -> "The calls of the day are spent";
            case CONFLICT -> "That does not go with the state it is in";
            case NOT_FOUND -> "There is no such thing";
            case GONE -> "This is not kept any more";
            case STORE_UNAVAILABLE -> "This service cannot answer now";
            case INTERNAL -> "A fault of this service";
        };
    }

    private static int status(Reason reason) {
        return switch (reason) {
            case INVALID_VIN, INVALID_REQUEST, INVALID_EVENT -> 400;
            case FORBIDDEN -> 403;
            case NOT_CARRIED, NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case TOO_LARGE -> 413;
            case UNSUPPORTED_MEDIA_TYPE -> 415;
            case INVALID_ROUTE -> 422;
            case TOO_MANY_REQUESTS -> 429;
            case INTERNAL -> 500;
            case UPSTREAM_REFUSED, UPSTREAM_MALFORMED -> 502;
            case BUSY, PENDING, UPSTREAM_UNAVAILABLE, BUDGET_SPENT, STORE_UNAVAILABLE -> 503;
        };
    }

    private static String correlationId() {
        return Correlation.id();
    }
}

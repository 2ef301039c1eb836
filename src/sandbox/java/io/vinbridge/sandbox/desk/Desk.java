package io.vinbridge.sandbox.desk;

import io.vinbridge.sandbox.http.Handler;
import io.vinbridge.sandbox.http.Manner;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.ledger.Ledger;
import io.vinbridge.sandbox.trouble.CorruptReply;
import io.vinbridge.sandbox.trouble.Dial;
import io.vinbridge.sandbox.trouble.Dials;
import io.vinbridge.sandbox.trouble.Trouble;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.TimeUnit;

/** Takes the calls of one service. A scripted answer goes before the dials; only the latency befalls it too. */
public final class Desk implements Handler {
    private final Service service;
    private final Dials dials;
    private final Ledger ledger;

    public Desk(Service service, Dials dials, Ledger ledger) {
        this.service = service;
        this.dials = dials;
        this.ledger = ledger;
    }

    @Override
    public void handle(Request request, Sender sender) throws IOException {
        ledger.enter();
        try {
            Call call = service.read(request);
            ledger.note(service.name(), call.operation(), call.subject(), request);
            Trouble trouble = dials.next();
            pause(trouble.latency());
            Reply reply =
                    dials.script().take(call.operation(), call.subject().text()).orElseGet(() -> answer(call, trouble));
            sender.send(trouble.drip() > 0 ? reply.manner(reply.manner().dripping(trouble.drip())) : reply);
        } finally {
            ledger.leave();
        }
    }

    private Reply answer(Call call, Trouble trouble) {
        return trouble.kind().map(kind -> troubled(call, kind, trouble)).orElseGet(() -> call.answer()
                .reply(trouble.gzip()));
    }

    private Reply troubled(Call call, Dial kind, Trouble trouble) {
        return switch (kind) {
            case RESET -> Reply.empty(500).manner(Manner.PROPER.ending(Manner.Ending.RESET));
            case HANG -> Reply.empty(500).manner(Manner.PROPER.ending(Manner.Ending.NEVER));
            case UNAVAILABLE -> CorruptReply.unavailable();
            case FAULT -> service.fault();
            case COMPLAINT -> service.complaint();
            case TOO_MANY -> CorruptReply.tooMany(trouble.retryAfter());
            case REFUSE_CREDENTIALS -> service.refusal(Refusal.CREDENTIALS);
            case REFUSE_COUNTRY -> service.refusal(Refusal.COUNTRY);
            case REFUSE_QUOTA -> service.refusal(Refusal.QUOTA);
            case REFUSE_ENTITLEMENT -> service.refusal(Refusal.ENTITLEMENT);
            case TRUNCATE -> call.answer().reply(trouble.gzip()).manner(Manner.PROPER.ending(Manner.Ending.CUT));
            default -> CorruptReply.by(kind, call.answer().reply(false));
        };
    }

    private static void pause(long milliseconds) throws InterruptedIOException {
        try {
            TimeUnit.MILLISECONDS.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The sandbox closes");
        }
    }
}

package io.vinbridge.refresh;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ads.AdsQuestion;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.vehicles.Descriptions;
import io.vinbridge.vehicles.NormalisedAnswer;
import io.vinbridge.work.Ask;
import io.vinbridge.work.Avoided;
import io.vinbridge.work.Claim;
import io.vinbridge.work.Effect;
import io.vinbridge.work.WorkQueue;
import java.util.List;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the describing flow. None holds a connection while ChromeData is asked. */
@Component
class Describing {

    private final Descriptions descriptions;
    private final WorkQueue queue;
    private final Avoided avoided;

    Describing(Descriptions descriptions, WorkQueue queue, Avoided avoided) {
        this.descriptions = descriptions;
        this.queue = queue;
        this.avoided = avoided;
    }

    /** Gives those who wait what is there. The work comes first, as for all who touch both work and vehicles. */
    @Transactional
    public void give(@Variable("claim") Claim claim) {
        queue.finish(claim);
        descriptions.give(claim.key(), claim.correlationId());
        avoided.note(claim.cause(), Avoided.How.FRESHNESS, 1);
    }

    AdsQuestion question(@Variable("claim") Claim claim) {
        return Kind.of(claim) == Kind.STYLE
                ? new AdsQuestion.DescribeStyle(Integer.parseInt(claim.ask()))
                : new AdsQuestion.DescribeVin(claim.ask());
    }

    /** A pattern's only style is the vehicle's; among several, what callers know decides, when they say it. */
    Finding resolve(@Body NormalisedAnswer answer) {
        Integer only = answer.summary().styleId();
        return new Finding(answer, only == null ? List.of() : List.of(only), List.of());
    }

    /** Pictures are work of their own: a gallery that is missing or fails never costs a description. */
    Finding enrich(@Body Finding finding, @Variable("claim") Claim claim) {
        List<Ask> wanted = finding.styles().stream()
                .map(style -> Kind.GALLERY.ask(Galleries.key(style), Integer.toString(style), claim))
                .toList();
        return new Finding(finding.answer(), finding.styles(), wanted);
    }

    /** Remembers that ChromeData does not carry it. */
    @Transactional
    public Stored storeNotCarried(@Body Answer.NotCarried<?> answer, @Variable("claim") Claim claim) {
        queue.finish(claim, Effect.NOT_CARRIED);
        descriptions.notCarried(claim.key(), answer);
        return Stored.DONE;
    }
}

package io.vinbridge.refresh;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ads.AdsQuestion;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.vehicles.Descriptions;
import io.vinbridge.vehicles.NormalisedAnswer;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
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
    private final Galleries galleries;
    private final WorkQueue queue;
    private final RequestKeys keys;
    private final Avoided avoided;

    Describing(Descriptions descriptions, Galleries galleries, WorkQueue queue, RequestKeys keys, Avoided avoided) {
        this.descriptions = descriptions;
        this.galleries = galleries;
        this.queue = queue;
        this.keys = keys;
        this.avoided = avoided;
    }

    /** Whether an answer came in since it was asked for, as it does when two ask in the moment in which a third is answered. */
    boolean known(@Variable("claim") Claim claim) {
        return claim.cause().takesWhatIsThere() && descriptions.fresh(claim.key());
    }

    /** Gives those who wait what is there. */
    @Transactional
    public void give(@Variable("claim") Claim claim) {
        descriptions.give(claim.key(), claim.correlationId());
        queue.finish(claim);
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
                .filter(style -> !galleries.fresh(style))
                .map(style -> Kind.GALLERY.ask(Galleries.key(style), Integer.toString(style), claim))
                .toList();
        return new Finding(finding.answer(), finding.styles(), wanted);
    }

    /**
     * Stores the answer, gives it to those who wait, and takes the work off the queue, all or nothing. What is asked for in turn comes
     * last: whoever asks for many keys locks their rows in the order of the keys, and a description's key is before a gallery's.
     */
    @Transactional
    public void store(@Body Finding finding, @Variable("claim") Claim claim) {
        if (forOneVinOnly(finding, claim)) {
            Vin asked = new Vin(claim.ask());
            List<Vin> others = descriptions.individual(claim.key(), asked);
            queue.finish(claim, descriptions.described(keys.alone(asked), finding.answer(), claim.correlationId()));
            queue.ask(others.stream()
                    .map(vin -> Kind.VEHICLE.ask(keys.alone(vin), vin.value(), claim))
                    .toList());
        } else {
            queue.finish(claim, descriptions.described(claim.key(), finding.answer(), claim.correlationId()));
        }
        queue.ask(finding.galleries());
    }

    /** Whether storing put more work into the queue. */
    boolean asked(@Body Finding finding) {
        return !finding.galleries().isEmpty() || finding.answer().source().belongsToOneVin();
    }

    @Transactional
    public void storeNotCarried(@Body Answer.NotCarried<?> answer, @Variable("claim") Claim claim) {
        descriptions.notCarried(claim.key(), answer);
        queue.finish(claim, Effect.NOT_CARRIED);
    }

    /** Build data that came although nobody expected it: it must not be shared with other VINs of the pattern. */
    private boolean forOneVinOnly(Finding finding, Claim claim) {
        return Kind.of(claim) == Kind.VEHICLE
                && finding.answer().source().belongsToOneVin()
                && !claim.key().equals(keys.alone(new Vin(claim.ask())));
    }
}

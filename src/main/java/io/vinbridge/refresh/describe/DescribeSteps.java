package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.refresh.queue.StoreResult;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.NormalizedAnswer;
import io.vinbridge.work.AvoidedCalls;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import io.vinbridge.work.WorkResult;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of the describing flow. None holds a connection while ChromeData is asked. */
@Component
class DescribeSteps {

    private final Descriptions descriptions;
    private final WorkQueue queue;
    private final AvoidedCalls avoided;
    private final RequestKeys keys;

    DescribeSteps(Descriptions descriptions, WorkQueue queue, AvoidedCalls avoided, RequestKeys keys) {
        this.descriptions = descriptions;
        this.queue = queue;
        this.avoided = avoided;
        this.keys = keys;
    }

    /** Gives those who wait what is there. The work comes first, as for all who touch both work and vehicles. */
    @Transactional
    public void answerFromStore(@Variable("claim") Claim claim) {
        queue.finish(claim);
        descriptions.propagate(claim.key(), claim.correlationId());
        avoided.note(claim.cause(), AvoidedCalls.How.FRESHNESS, 1);
    }

    AdsOperation question(@Variable("claim") Claim claim) {
        return WorkKind.of(claim) == WorkKind.STYLE
                ? new AdsOperation.DescribeStyle(Integer.parseInt(claim.argument()))
                : new AdsOperation.DescribeVin(claim.argument());
    }

    /** A pattern's only style is the vehicle's; among several, what callers know decides, when they say it. */
    ResolvedAnswer resolve(@Body NormalizedAnswer answer) {
        Integer only = answer.summary().styleId();
        return new ResolvedAnswer(answer, only == null ? List.of() : List.of(only), List.of());
    }

    /** Pictures are work of their own: a gallery that is missing or fails never costs a description. */
    ResolvedAnswer enrich(@Body ResolvedAnswer finding, @Variable("claim") Claim claim) {
        List<WorkRequest> wanted = finding.styles().stream()
                .map(style -> WorkKind.GALLERY.ask(Galleries.key(style), Integer.toString(style), claim))
                .toList();
        return new ResolvedAnswer(finding.answer(), finding.styles(), wanted);
    }

    /** Remembers that ChromeData does not carry it. Where only the asked VIN is wrong, the next of its pattern is asked for. */
    @Transactional
    public StoreResult storeNotCarried(@Body Answer.NotCarried<?> answer, @Variable("claim") Claim claim) {
        queue.finish(claim, WorkResult.NOT_CARRIED);
        if (!answer.ofOneVin()
                || WorkKind.of(claim) != WorkKind.VEHICLE
                || claim.key().equals(alone(claim))) {
            descriptions.notCarried(claim.key(), answer);
            return StoreResult.DONE;
        }
        Optional<Vin> next = descriptions.notCarriedAlone(claim.key(), new Vin(claim.argument()), answer);
        next.ifPresent(vin -> askNext(claim, vin));
        return next.isPresent() ? StoreResult.ASKED_MORE : StoreResult.DONE;
    }

    /** Those who wait for the key go on waiting, for the answer to that. */
    private void askNext(Claim claim, Vin vin) {
        queue.ask(List.of(WorkKind.VEHICLE.ask(claim.key(), vin.value(), claim)));
        queue.askWith(claim.key(), vin.value());
        claim.rerun().set(true);
    }

    private String alone(Claim claim) {
        return keys.alone(new Vin(claim.argument()));
    }
}

package io.vinbridge.refresh.describe;

import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.vss.VssQuestion;
import io.vinbridge.gallery.Galleries;
import io.vinbridge.refresh.comparison.ComparisonSample;
import io.vinbridge.refresh.queue.WorkKind;
import io.vinbridge.vehicles.ModelDesignation;
import io.vinbridge.vehicles.RequestKeys;
import io.vinbridge.vehicles.descriptions.Descriptions;
import io.vinbridge.vehicles.documents.NormalizedAnswer;
import io.vinbridge.work.Claim;
import io.vinbridge.work.WorkQueue;
import io.vinbridge.work.WorkRequest;
import io.vinbridge.work.usage.AvoidedCalls;
import java.util.List;
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
    private final ClaimKeys keys;
    private final ComparisonSample sample;

    DescribeSteps(
            Descriptions descriptions, WorkQueue queue, AvoidedCalls avoided, ClaimKeys keys, ComparisonSample sample) {
        this.sample = sample;
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

    /**
     * Where another service was chosen than the one that the key is of, what that one has said already is good enough,
     * unless a new fetch is wanted.
     */
    @Transactional
    public boolean adopt(@Variable("claim") Claim claim, @Variable("describedBy") DescribingService service) {
        if (!claim.cause().takesAnyAnswer()
                || service == RequestKeys.serviceOf(claim.key())
                || WorkKind.of(claim) != WorkKind.VEHICLE) {
            return false;
        }
        String there = keys.with(service, claim);
        if (keys.partsWith(service, claim) || !descriptions.fresh(there)) {
            return false;
        }
        queue.finish(claim);
        descriptions.moveAll(claim.key(), there);
        descriptions.propagateAcross(there, claim.correlationId());
        avoided.note(claim.cause(), AvoidedCalls.How.SHARING, 1);
        return true;
    }

    /**
     * The question in the words of the service that is asked: of ADS, of CVD (a VIN), or of VSS, which has the styles
     * of CVD. Of models ADS alone is asked.
     */
    Object question(@Variable("claim") Claim claim, @Variable("describedBy") DescribingService service) {
        WorkKind kind = WorkKind.of(claim);
        if (kind == WorkKind.MODEL) {
            ModelDesignation model = ModelDesignation.of(claim.argument());
            return new AdsOperation.DescribeModel(
                    model.modelYear(), model.make(), model.model(), model.styleName(), model.trim());
        }
        boolean style = kind == WorkKind.STYLE;
        if (service == DescribingService.CVD) {
            return style ? new VssQuestion.StyleDetails(Integer.parseInt(claim.argument())) : claim.argument();
        }
        return style
                ? new AdsOperation.DescribeStyle(Integer.parseInt(claim.argument()))
                : new AdsOperation.DescribeVin(claim.argument());
    }

    /**
     * A pattern's only style is the vehicle's; among several, what callers know decides, when they say it. Whoever asks
     * by words is told that it is one call: pictures are another, for who asks for them.
     */
    ResolvedAnswer resolve(@Body NormalizedAnswer answer, @Variable("claim") Claim claim) {
        Integer only =
                WorkKind.of(claim) == WorkKind.MODEL ? null : answer.summary().styleId();
        return new ResolvedAnswer(answer, only == null ? List.of() : List.of(only), List.of(), List.of());
    }

    /** Pictures are work of their own: a gallery that is missing or fails never costs a description. */
    ResolvedAnswer enrich(@Body ResolvedAnswer finding, @Variable("claim") Claim claim) {
        List<WorkRequest> wanted = finding.styles().stream()
                .map(style -> WorkKind.GALLERY.ask(Galleries.key(style), Integer.toString(style), claim))
                .toList();
        return new ResolvedAnswer(finding.answer(), finding.styles(), wanted, sample.of(claim));
    }
}

package io.vinbridge.sandbox;

import io.vinbridge.sandbox.ledger.Ledger;
import io.vinbridge.sandbox.ledger.RecordedRequest;
import io.vinbridge.sandbox.ledger.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** The ledger as JSON. */
final class LedgerView {

    private LedgerView() {}

    /** The sums; with details also the counts per pattern, style and picture, and the last requests as they came. */
    static Map<String, Object> of(Ledger ledger, boolean details) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("calls", ledger.calls());
        view.put("operations", ledger.callsByOperation());
        view.put("refusedBySchema", ledger.refusedBySchema());
        view.put("underWay", ledger.underWay());
        view.put("underWayAtMost", ledger.underWayAtMost());
        view.put("distinctPatterns", ledger.distinct(Subject.Kind.PATTERN));
        view.put("distinctStyles", ledger.distinct(Subject.Kind.STYLE));
        view.put("distinctPictures", ledger.distinct(Subject.Kind.PICTURE));
        if (details) {
            view.put("patterns", ledger.callsByPattern());
            view.put("styles", ledger.callsByStyle());
            view.put("pictures", ledger.callsByPicture());
            view.put("recent", ledger.recent().stream().map(LedgerView::request).toList());
        }
        return view;
    }

    private static Map<String, Object> request(RecordedRequest recorded) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("at", recorded.at().toString());
        request.put("service", recorded.service());
        request.put("operation", recorded.operation());
        request.put("request", recorded.method() + " " + recorded.target());
        request.put("headers", recorded.headers());
        request.put("body", recorded.body());
        return request;
    }
}

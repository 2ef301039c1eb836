package io.vinbridge.api.vehicles;

import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.changes.Change;
import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.lists.ListedVehicle;
import io.vinbridge.vehicles.lists.VehicleFilter;
import io.vinbridge.vehicles.lists.VehicleLists;
import io.vinbridge.vehicles.lists.VehiclePage;
import java.time.Instant;
import java.util.List;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for lists of vehicles and of what happened to one, and answers them. */
@Component
class VehicleListHandler {

    private static final int USUAL_LIMIT = 50;

    private final VehicleLists vehicles;
    private final ChangeLog changes;
    private final PagedReplies lists;

    VehicleListHandler(VehicleLists vehicles, ChangeLog changes, PagedReplies lists) {
        this.vehicles = vehicles;
        this.changes = changes;
        this.lists = lists;
    }

    Reply list(@Variable("parameters") Parameters parameters) {
        VehicleFilter filter = new VehicleFilter(
                parameters.text("make"),
                parameters.text("model"),
                parameters.integer("year"),
                parameters.text("bodyType"),
                parameters.instant("changedSince"));
        String name = filter.changedSince() == null ? "by-model" : "by-change";
        List<String> after = PageCursor.read(name, parameters.text("cursor"), filter.changedSince() == null ? 4 : 2);
        VehiclePage page = vehicles.page(filter, after, parameters.integer("limit", USUAL_LIMIT));
        List<Item> items = page.items().stream().map(Item::of).toList();
        return lists.reply(items, PageCursor.write(name, page.next()));
    }

    Reply history(@Variable("parameters") Parameters parameters) {
        Vin vin = Vin.of(parameters.text("vin"));
        int limit = parameters.integer("limit", USUAL_LIMIT);
        long before = PageCursor.readNumber("history", parameters.text("cursor"), Long.MAX_VALUE);
        return lists.part("history", changes.of(vin.value(), before, limit + 1), limit, Change::id, Event::of);
    }

    /** A vehicle in a list. */
    record Item(
            String vin,
            Integer modelYear,
            String make,
            String model,
            String trim,
            String bodyType,
            String drivetrain,
            Integer styleId,
            boolean ambiguous,
            boolean described,
            ListedVehicle.Own own,
            Instant changedAt,
            Instant fetchedAt) {

        static Item of(ListedVehicle listed) {
            return new Item(
                    listed.vin().value(),
                    listed.summary().modelYear(),
                    listed.summary().make(),
                    listed.summary().model(),
                    listed.summary().trim(),
                    listed.summary().bodyType(),
                    listed.summary().drivetrain(),
                    listed.summary().styleId(),
                    listed.ambiguous(),
                    listed.described(),
                    listed.own(),
                    listed.changedAt(),
                    listed.fetchedAt());
        }
    }

    /** Something that happened. */
    record Event(String id, String kind, Instant at, List<FieldChange> fields, String correlationId) {

        static Event of(Change change) {
            return new Event(
                    Long.toString(change.id()), change.kind(), change.at(), change.fields(), change.correlationId());
        }
    }
}

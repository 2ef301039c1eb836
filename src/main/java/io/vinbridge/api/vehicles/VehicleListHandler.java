package io.vinbridge.api.vehicles;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vinbridge.api.access.Visitors;
import io.vinbridge.api.contract.ContractSchemas;
import io.vinbridge.api.http.HttpRequest;
import io.vinbridge.api.http.Parameters;
import io.vinbridge.api.http.Reply;
import io.vinbridge.api.pictures.PictureAddresses;
import io.vinbridge.api.representation.PageCursor;
import io.vinbridge.api.representation.PagedReplies;
import io.vinbridge.api.views.Audience;
import io.vinbridge.api.views.FieldSelection;
import io.vinbridge.api.views.ListedCards;
import io.vinbridge.changes.Change;
import io.vinbridge.changes.ChangeLog;
import io.vinbridge.changes.FieldChange;
import io.vinbridge.vehicles.Vin;
import io.vinbridge.vehicles.lists.ListedVehicle;
import io.vinbridge.vehicles.lists.VehicleFacets;
import io.vinbridge.vehicles.lists.VehicleLists;
import io.vinbridge.vehicles.lists.VehiclePage;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/** Reads requests for lists of vehicles and of what happened to one, and answers them. */
@Component
class VehicleListHandler {

    private static final int USUAL_LIMIT = 50;

    private final VehicleLists vehicles;
    private final VehicleFacets facets;
    private final ListedCards cards;
    private final VehicleExport export;
    private final ContractSchemas schemas;
    private final ChangeLog changes;
    private final PictureAddresses addresses;
    private final PagedReplies lists;
    private final ObjectMapper mapper;

    VehicleListHandler(
            VehicleLists vehicles,
            VehicleFacets facets,
            ListedCards cards,
            VehicleExport export,
            ContractSchemas schemas,
            ChangeLog changes,
            PictureAddresses addresses,
            PagedReplies lists,
            ObjectMapper mapper) {
        this.vehicles = vehicles;
        this.facets = facets;
        this.cards = cards;
        this.export = export;
        this.schemas = schemas;
        this.changes = changes;
        this.addresses = addresses;
        this.lists = lists;
        this.mapper = mapper;
    }

    Reply list(@Variable("parameters") Parameters parameters, @Variable("request") HttpRequest request) {
        VehicleListQuery query = VehicleListQuery.of(parameters);
        boolean asCards = "card".equals(parameters.text("view"));
        Optional<VehicleExport.Format> format = VehicleExport.Format.asked(request);
        Visitors.check(request.caller(), asCards && format.isEmpty());
        String schema = asCards || format.isPresent() ? "ListedCard" : "ListedVehicle";
        FieldSelection fields = FieldSelection.of(parameters.text("fields"), schemas.members(schema));
        Audience audience = new Audience(request.caller(), addresses.of(parameters));
        String name = query.order().name();
        List<String> after = PageCursor.read(
                name, parameters.text("cursor"), query.order().key().size());
        if (format.isPresent()) {
            return export.reply(format.get(), query, after, fields, audience).with("Vary", "Accept");
        }
        VehiclePage page =
                vehicles.page(query.filter(), query.order(), after, parameters.integer("limit", USUAL_LIMIT), asCards);
        List<?> items = asCards
                ? cards.of(page.items(), fields, audience)
                : page.items().stream()
                        .map(Item::of)
                        .map(item -> picked(item, fields))
                        .toList();
        return lists.reply(items, PageCursor.write(name, page.next()), counted(query))
                .with("Vary", "Accept");
    }

    private Object picked(Item item, FieldSelection fields) {
        return fields.all() ? item : fields.of(mapper.<ObjectNode>valueToTree(item));
    }

    /** Facets cost more than the page, and are counted only where they are asked for. */
    private Map<String, ?> counted(VehicleListQuery query) {
        if (query.facets().isEmpty()) {
            return Map.of();
        }
        VehicleFacets.Facets counted = facets.of(query.filter(), query.facets());
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("total", counted.total());
        more.put("atLeast", counted.atLeast());
        more.put("facets", counted.counts());
        return more;
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
                    listed.look() == null ? null : listed.look().at());
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

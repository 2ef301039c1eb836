package io.vinbridge.events.formats.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.filters.JsonFilter;

/**
 * Factory of the trees of messages, in which a null or an empty object that was said can be told from one that a
 * mapping makes of what is not there. JSLT has one null for both, and drops it from objects: so a price that is
 * withdrawn would be one that is not spoken of.
 */
public final class MessageNodes extends JsonNodeFactory {

    private static final long serialVersionUID = 1;

    /** A null that was said. */
    public static final NullNode WITHDRAWN = new StatedNull();

    /**
     * Keeps in an object what was said: all but nulls of what is not there, and objects that have nothing of what they
     * are made of.
     */
    static final JsonFilter STATED = MessageNodes::stated;

    @Override
    public NullNode nullNode() {
        return WITHDRAWN;
    }

    @Override
    public ObjectNode objectNode() {
        return new StatedObject(this);
    }

    /** The null of what is not there is equal to one that was said, and another object. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean stated(JsonNode value) {
        if (value.isObject()) {
            return !value.isEmpty() || value instanceof StatedObject;
        }
        return value != NullNode.instance && !value.isMissingNode();
    }

    private static final class StatedNull extends NullNode {

        private static final long serialVersionUID = 1;
    }

    @SuppressWarnings("unchecked")
    private static final class StatedObject extends ObjectNode {

        private static final long serialVersionUID = 1;

        StatedObject(JsonNodeFactory factory) {
            super(factory);
        }
    }
}

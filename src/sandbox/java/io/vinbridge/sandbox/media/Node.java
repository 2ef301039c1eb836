package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.text.Json;
import io.vinbridge.sandbox.text.Xml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An element of a document that is served as XML, and as JSON made from that XML. The text is null where there is none.
 */
record Node(String name, Map<String, String> attributes, String text, List<Node> children) {

    static Node document(String name, List<Node> children) {
        return new Node(name, Map.of(), null, children);
    }

    static Node leaf(String name, Map<String, String> attributes) {
        return new Node(name, attributes, null, List.of());
    }

    String xml() {
        Xml xml = new Xml(4096).raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        write(xml);
        return xml.toString();
    }

    /** The content as JSON without the name: attributes begin with an at sign, the text is a dollar sign. */
    String json() {
        return Json.write(members());
    }

    private void write(Xml xml) {
        xml.open(name);
        attributes.forEach(xml::with);
        if (text != null) {
            xml.text(text);
        }
        children.forEach(child -> child.write(xml));
        xml.close();
    }

    /**
     * Children of one name become an array, but a single one is an object: what callers must cope with (ChromeData on
     * the wire, 2.2).
     */
    private Map<String, Object> members() {
        Map<String, Object> members = new LinkedHashMap<>();
        attributes.forEach((attribute, value) -> members.put("@" + attribute, value));
        if (text != null) {
            members.put("$", text);
        }
        Map<String, List<Object>> byName = new LinkedHashMap<>();
        children.forEach(child -> byName.computeIfAbsent(child.name(), unseen -> new ArrayList<>())
                .add(child.members()));
        byName.forEach((child, values) -> members.put(child, values.size() == 1 ? values.get(0) : values));
        return members;
    }
}

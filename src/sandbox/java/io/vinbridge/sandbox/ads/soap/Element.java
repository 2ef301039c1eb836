package io.vinbridge.sandbox.ads.soap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element of a request, by local name. */
public final class Element {
    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Element(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public void attribute(String attribute, String value) {
        attributes.put(attribute, value);
    }

    void add(Element child) {
        children.add(child);
    }

    void add(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    /** The attribute's value, empty if it is not there. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public int number(String attribute) {
        return Integer.parseInt(attribute(attribute).trim());
    }

    List<Element> children() {
        return children;
    }

    public Element child(String child) {
        return children.stream()
                .filter(one -> one.name.equals(child))
                .findFirst()
                .orElseThrow();
    }

    /** The texts of all children of a name. */
    List<String> texts(String child) {
        return children.stream()
                .filter(one -> one.name.equals(child))
                .map(one -> one.text.toString().trim())
                .toList();
    }

    Optional<String> text(String child) {
        return texts(child).stream().findFirst();
    }

    public Optional<Integer> integer(String child) {
        return text(child).map(Integer::valueOf);
    }
}

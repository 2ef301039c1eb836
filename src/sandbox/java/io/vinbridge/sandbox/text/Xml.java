package io.vinbridge.sandbox.text;

import java.util.ArrayDeque;
import java.util.Deque;

/** Writes XML: what is opened is closed, what is text is escaped, an element without content is closed at once. */
public final class Xml {
    private static final char LAST_ESCAPED = '>';
    private static final String[] ENTITIES = entities();

    private final StringBuilder out;
    private final Deque<String> open = new ArrayDeque<>();
    private boolean inTag;

    public Xml(int expectedLength) {
        this.out = new StringBuilder(expectedLength);
    }

    public Xml open(String name) {
        endTag();
        out.append('<').append(name);
        open.push(name);
        inTag = true;
        return this;
    }

    /** Goes on within an element that was opened elsewhere; closing it writes its end. */
    public Xml within(String name) {
        endTag();
        open.push(name);
        return this;
    }

    /** Goes on within a start tag that was begun elsewhere. */
    public Xml withinTag(String name) {
        within(name);
        inTag = true;
        return this;
    }

    /** An attribute of the element just opened; left out if the value is null. */
    public Xml with(String attribute, Object value) {
        if (value != null) {
            out.append(' ').append(attribute).append("=\"");
            escape(value.toString());
            out.append('"');
        }
        return this;
    }

    public Xml text(String text) {
        endTag();
        escape(text);
        return this;
    }

    public Xml close() {
        String name = open.pop();
        if (inTag) {
            out.append("/>");
            inTag = false;
        } else {
            out.append("</").append(name).append('>');
        }
        return this;
    }

    /** An element that holds nothing but text. */
    public Xml leaf(String name, String text) {
        return open(name).text(text).close();
    }

    /** An element that holds nothing but a number. */
    public Xml leaf(String name, int number) {
        endTag();
        out.append('<')
                .append(name)
                .append('>')
                .append(number)
                .append("</")
                .append(name)
                .append('>');
        return this;
    }

    /** Appends text that is XML already. */
    public Xml raw(String xml) {
        endTag();
        out.append(xml);
        return this;
    }

    /** Everything that was written, without the end of what is still open. */
    @Override
    public String toString() {
        return out.toString();
    }

    private void endTag() {
        if (inTag) {
            out.append('>');
            inTag = false;
        }
    }

    private void escape(String text) {
        int from = 0;
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character <= LAST_ESCAPED && ENTITIES[character] != null) {
                out.append(text, from, at).append(ENTITIES[character]);
                from = at + 1;
            }
        }
        // A whole string is appended much faster than a part of one.
        out.append(from == 0 ? text : text.substring(from));
    }

    private static String[] entities() {
        String[] entities = new String[LAST_ESCAPED + 1];
        for (int control = 0; control < ' '; control++) {
            entities[control] = "&#" + control + ";";
        }
        entities['<'] = "&lt;";
        entities['>'] = "&gt;";
        entities['&'] = "&amp;";
        entities['"'] = "&quot;";
        return entities;
    }
}

package io.vinbridge.sandbox.ads.soap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Takes the element out of the body of an envelope and passes it by the validator. */
final class BodyReader extends DefaultHandler {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private final ValidatorHandler validator;
    private final Deque<Element> open = new ArrayDeque<>();
    private Element root;
    private boolean inBody;

    BodyReader(ValidatorHandler validator) {
        this.validator = validator;
    }

    Optional<Element> root() {
        return Optional.ofNullable(root);
    }

    @Override
    public void startDocument() throws SAXException {
        validator.startDocument();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) throws SAXException {
        validator.startPrefixMapping(prefix, uri);
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        if (!inBody) {
            inBody = uri.equals(SOAP) && name.equals("Body");
            return;
        }
        Element element = new Element(name);
        for (int at = 0; at < attributes.getLength(); at++) {
            element.attribute(attributes.getLocalName(at), attributes.getValue(at));
        }
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().add(element);
        }
        open.push(element);
        validator.startElement(uri, name, qualified, attributes);
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (!open.isEmpty()) {
            open.peek().add(characters, start, length);
            validator.characters(characters, start, length);
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (open.isEmpty()) {
            inBody = false;
            return;
        }
        validator.endElement(uri, name, qualified);
        open.pop();
    }
}

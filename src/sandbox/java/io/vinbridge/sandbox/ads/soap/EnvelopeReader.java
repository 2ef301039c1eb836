package io.vinbridge.sandbox.ads.soap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.ValidatorHandler;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Reads a SOAP envelope and holds its body to the schema, in one pass. Not for several threads at a time; made to be
 * used again.
 */
public final class EnvelopeReader {
    private final XMLReader xml;
    private final ValidatorHandler validator;

    EnvelopeReader(Schema schema) {
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            this.xml = factory.newSAXParser().getXMLReader();
            this.validator = schema.newValidatorHandler();
            // Without it the messages, which callers compare, would be in the language of the machine.
            validator.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
            xml.setProperty("http://apache.org/xml/properties/locale", Locale.ENGLISH);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
        xml.setErrorHandler(new DefaultHandler());
        validator.setErrorHandler(new Strict());
    }

    /** Compiles a version's schema. */
    static Schema schema(AdsVersion version) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(new StreamSource(new StringReader(version.schema())));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The element in the body. */
    Element read(byte[] envelope) throws SoapFault, SchemaViolation {
        BodyReader body = new BodyReader(validator);
        xml.setContentHandler(body);
        try {
            xml.parse(new InputSource(new ByteArrayInputStream(envelope)));
        } catch (SchemaViolation e) {
            throw e;
        } catch (SAXException | IOException e) {
            throw SoapFault.client(
                    "Couldn't create SOAP message due to exception: XML reader error: " + e.getMessage());
        }
        return body.root().orElseThrow(() -> SoapFault.client("Missing payload in SOAP Body"));
    }

    /** The message is the one of the schema validator, such as {@code cvc-complex-type.4: ...}. */
    public static final class SchemaViolation extends SAXException {
        private static final long serialVersionUID = 1L;

        SchemaViolation(String message) {
            super(message);
        }
    }

    /** Ends at the first violation. */
    private static final class Strict implements ErrorHandler {
        @Override
        public void warning(SAXParseException warning) {}

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw new SchemaViolation(error.getMessage());
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw new SchemaViolation(error.getMessage());
        }
    }
}

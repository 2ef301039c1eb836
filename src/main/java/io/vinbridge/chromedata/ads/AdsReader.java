package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.ElementList.add;

import io.vinbridge.chromedata.description.DataVersion;
import io.vinbridge.chromedata.description.Warning;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Reads an answer of any operation, of 7a, 7b or 7c, in one pass. */
public final class AdsReader {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** Answers come in SOAP 1.1; but whatever stands before the service may speak of its own trouble in 1.2. */
    private static final String SOAP_12 = "http://www.w3.org/2003/05/soap-envelope";

    private final String namespace;

    /** A reader of answers in the namespace of one version, such as {@code urn:description7c.services.chrome.com}. */
    public AdsReader(String namespace) {
        this.namespace = namespace;
    }

    /**
     * Reads the whole stream as an answer to the question.
     *
     * @throws UnreadableAnswer if it is no answer of this service and version: no XML, broken XML, another envelope,
     *     the answer to another question, about another vehicle, no status
     */
    public AdsReply read(AdsOperation question, InputStream xml) {
        return read(question, xml, null);
    }

    /**
     * The same in a charset that is known from elsewhere, which is more than the answer's own declaration says; null
     * for none.
     */
    public AdsReply read(AdsOperation question, InputStream xml, String charset) {
        List<AdsReply> replies = new ArrayList<>(1);
        try (XmlCursor cursor = new XmlCursor(xml, charset)) {
            if (!"Envelope".equals(cursor.root()) || !isSoap(cursor.namespace())) {
                throw new UnreadableAnswer("the answer is no SOAP envelope", null);
            }
            cursor.children(part -> {
                if ("Body".equals(part)) {
                    cursor.children(content -> add(replies, content(content, question, cursor)));
                }
            });
            cursor.end();
        } catch (XMLStreamException | XmlCursor.BrokenXml e) {
            throw UnreadableAnswer.of(e);
        }
        if (replies.isEmpty()) {
            throw new UnreadableAnswer("the envelope is empty", null);
        }
        return replies.get(0);
    }

    private static boolean isSoap(String namespace) {
        return SOAP.equals(namespace) || SOAP_12.equals(namespace);
    }

    private AdsReply content(String name, AdsOperation question, XmlCursor xml) {
        String answer = question.request().answer();
        if ("Fault".equals(name) && isSoap(xml.namespace())) {
            return fault(xml);
        }
        if (!namespace.equals(xml.namespace())) {
            throw new UnreadableAnswer("the answer is in namespace " + xml.namespace() + ", not " + namespace, null);
        }
        if (!answer.equals(name)) {
            throw new UnreadableAnswer("the answer is a " + name + ", not a " + answer, null);
        }
        return "VehicleDescription".equals(name) ? description(question, xml) : list(xml);
    }

    private static AdsReply fault(XmlCursor xml) {
        StringBuilder code = new StringBuilder();
        StringBuilder text = new StringBuilder();
        xml.children(child -> {
            switch (child) {
                case "faultcode" -> code.append(xml.text());
                case "faultstring" -> text.append(xml.text());
                case "Code" -> xml.children(part -> append(code, part.equals("Value"), xml));
                case "Reason" -> xml.children(part -> append(text, text.isEmpty() && part.equals("Text"), xml));
                default -> {}
            }
        });
        String local = code.substring(code.indexOf(":") + 1);
        return new AdsReply.Fault(local, text.isEmpty() ? "a fault without a text" : text.toString());
    }

    private static void append(StringBuilder found, boolean wanted, XmlCursor xml) {
        if (wanted) {
            found.append(xml.text());
        }
    }

    private static AdsReply description(AdsOperation question, XmlCursor xml) {
        Status status = new Status();
        DescriptionReader description = new DescriptionReader(xml);
        xml.children(child -> {
            if (!status.reads(child, xml)) {
                description.part(child, xml);
            }
        });
        AnswerSubject.check(question, description);
        return status.reply(description.answer());
    }

    private static AdsReply list(XmlCursor xml) {
        Status status = new Status();
        List<Object> items = new ArrayList<>();
        xml.children(child -> {
            if (!status.reads(child, xml)) {
                add(items, item(child, xml));
            }
        });
        return status.reply(items);
    }

    private static Object item(String child, XmlCursor xml) {
        return switch (child) {
            case "modelYear" -> XmlNumber.whole(xml.text());
            case "division", "subdivision", "model", "style" -> CommonElements.named(xml);
            case "category" -> CommonElements.categoryDefinition(xml);
            case "definition" -> CommonElements.specificationDefinition(xml);
            case "data" ->
                new DataVersion(
                        xml.attribute("country"), xml.attribute("build"), xml.attribute("date"), xml.flag("licensed"));
            default -> null;
        };
    }

    /**
     * The {@code responseStatus} with which every answer starts. Texts differ from version to version; codes do not.
     */
    private static final class Status {
        private String responseCode;
        private final List<Warning> statuses = new ArrayList<>(2);

        boolean reads(String child, XmlCursor xml) {
            if (!"responseStatus".equals(child)) {
                return false;
            }
            responseCode = xml.attribute("responseCode");
            xml.children(part -> {
                if ("status".equals(part)) {
                    String code = xml.attribute("code");
                    statuses.add(new Warning(code == null ? "Unknown" : code, xml.text()));
                }
            });
            return true;
        }

        /** Only {@code Unsuccessful}, and an answer with nothing in it, is none: a status beside data is a warning. */
        AdsReply reply(Object payload) {
            if (responseCode == null) {
                throw new UnreadableAnswer("the answer has no response status", null);
            }
            if (payload != null && !"Unsuccessful".equals(responseCode)) {
                return new AdsReply.Data(payload, List.copyOf(statuses));
            }
            if (statuses.isEmpty()) {
                throw new UnreadableAnswer(
                        "the answer is " + responseCode + " without data and without a status", null);
            }
            return new AdsReply.Declined(List.copyOf(statuses));
        }
    }
}

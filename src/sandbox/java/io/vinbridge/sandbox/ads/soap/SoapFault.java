package io.vinbridge.sandbox.ads.soap;

import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.text.Xml;

/** A SOAP 1.1 fault, sent with HTTP 500 (ChromeData on the wire, 1.6). */
public final class SoapFault extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    private SoapFault(String code, String text) {
        super(text, null, false, false);
        this.code = code;
    }

    /** A fault of who asked. */
    public static SoapFault client(String text) {
        return new SoapFault("S:Client", text);
    }

    /** A fault of who is asked; the real service counts violations of its schema among them. */
    public static SoapFault server(String text) {
        return new SoapFault("S:Server", text);
    }

    public Reply reply() {
        Xml fault = new Xml(500);
        fault.open("S:Fault").with("xmlns:ns4", "http://www.w3.org/2003/05/soap-envelope");
        fault.leaf("faultcode", code).leaf("faultstring", getMessage()).close();
        return Envelope.reply(500, fault.toString());
    }
}

package io.vinbridge.vpic.data;

import java.util.Collection;
import java.util.Map;

/** One edition's data, as a decode asks for it. */
public interface EditionData {

    EditionCommons commons();

    /** The manufacturers' codes that there are among these. */
    Map<String, ManufacturerCode> codes(Collection<String> codes);

    /** These schemas, by identifier. */
    Map<Integer, VinSchema> schemas(Collection<Integer> ids);
}

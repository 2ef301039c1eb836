package io.vinbridge.refresh.describe;

import io.vinbridge.vehicles.documents.NormalizedAnswer;
import io.vinbridge.work.WorkRequest;
import java.util.List;

/**
 * Answer of ChromeData with the styles it resolves to, on its way into the store.
 *
 * @param answer what ChromeData said, normalised
 * @param styles the styles it is, as far as they can be told: one, or none while it is ambiguous
 * @param galleries asks for the pictures that belong to it
 * @param comparisons asks for a comparison with the other service, where it is one of the sample
 */
record ResolvedAnswer(
        NormalizedAnswer answer, List<Integer> styles, List<WorkRequest> galleries, List<WorkRequest> comparisons) {}

package eu.counterpoint.ingest.ui;

import com.vaadin.flow.router.QueryParameters;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantineFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The addresses of the quarantine: what is chosen stands in them, so that they can be passed on. */
final class QuarantineAddress {

    static final String PATH = "quarantine";
    /** What no batch is called: an address that was mangled on its way shows nothing rather than everything. */
    private static final String NO_BATCH = "-";
    private static final String REASON = "[a-z-]{1,40}";

    private QuarantineAddress() {}

    /** What an address asks for; what makes no sense is left out. */
    static QuarantineFilter filter(QueryParameters asked) {
        Set<Outcome> outcomes = asked.getParameters("outcome").stream()
                .flatMap(id -> Outcome.FOR_QUARANTINE.stream().filter(one -> one.id().equals(id)))
                .collect(Collectors.toSet());
        Set<String> reasons = asked.getParameters("reason").stream().filter(id -> id.matches(REASON))
                .collect(Collectors.toSet());
        String batch = asked.getSingleParameter("batch").filter(id -> !id.isBlank())
                .map(id -> BatchId.isWellFormed(id) ? id : NO_BATCH).orElse(null);
        return new QuarantineFilter(outcomes, reasons, batch,
                asked.getSingleParameter("accepted").filter("true"::equals).isPresent());
    }

    static QueryParameters parameters(QuarantineFilter filter) {
        return new QueryParameters(all(filter));
    }

    static String of(QuarantineFilter filter) {
        return address(all(filter));
    }

    /** @param page from 0 */
    static String page(QuarantineFilter filter, int page) {
        Map<String, List<String>> all = all(filter);
        all.put("page", List.of(Integer.toString(page)));
        return address(all);
    }

    private static Map<String, List<String>> all(QuarantineFilter filter) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        if (!filter.outcomes().isEmpty()) {
            all.put("outcome", filter.outcomes().stream().map(Outcome::id).sorted().toList());
        }
        if (!filter.reasons().isEmpty()) {
            all.put("reason", filter.reasons().stream().sorted().toList());
        }
        if (filter.batch() != null) {
            all.put("batch", List.of(filter.batch()));
        }
        if (filter.accepted()) {
            all.put("accepted", List.of("true"));
        }
        return all;
    }

    private static String address(Map<String, List<String>> parameters) {
        return parameters.isEmpty() ? PATH : PATH + "?" + new QueryParameters(parameters).getQueryString();
    }
}

package eu.counterpoint.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.vocabulary.Scheme;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What a person states about a material, as REST reads and writes it. What is left out is not stated. The fields that
 * only the library sets may be there, so that a record can be sent back as it was read; they change nothing.
 */
@JsonIgnoreProperties(value = {"id", "status", "revision", "version", "owner", "note", "starter", "createdAt",
        "changedAt",
        "publishedAt", "files", "links"}, allowSetters = false)
@Schema(name = "Metadata", description = "What a person states about a material. Concepts are named by their ids.")
record Metadata(
        @Schema(description = "At most 500 characters", example = "Voices that carry") @Nullable String title,
        @Schema(description = "Plain text, at most 10,000 characters") @Nullable String summary,
        @Schema(description = "case-study, campaign, research, guidance, training or detection-and-removal", example = "case-study") @Nullable String kind,
        @Schema(example = "[\"prison-and-probation\"]") @Nullable List<String> themes,
        @Schema(description = "Whom the campaign or practice addresses", example = "[\"girls-and-women\"]") @Nullable List<String> audiences,
        @Schema(description = "For whom the record is useful") @Nullable List<String> intendedUsers,
        @Nullable List<String> narrativeTypes, @Nullable List<String> techniques,
        @Schema(description = "Forms of extremism") @Nullable List<String> extremism,
        @Nullable List<String> preventionLevels, @Nullable List<String> messengers, @Nullable List<String> channels,
        @Nullable String evidenceDesign, @Schema(description = "Direction of effect") @Nullable String effect,
        @Schema(description = "Main language, ISO 639-1", example = "en") @Nullable String language,
        @Schema(description = "ISO 3166-1 alpha-2", example = "[\"GR\"]") @Nullable List<String> countries,
        @Nullable List<String> workingGroups, @Nullable String licence,
        @Schema(description = "Year of publication", example = "2019") @Nullable Integer year,
        @Schema(description = "Who published it") @Nullable String organisation,
        @Schema(description = "Names, in order") @Nullable List<String> authors,
        @Schema(description = "Who reviewed the evidence") @Nullable String reviewedBy,
        @Schema(description = "Where the material lives on the web: http or https") @Nullable String link,
        @Schema(description = "public (default), signed-in or vetted", example = "public") @Nullable String visibility,
        @Schema(description = "Consent of the people named: nobody-named (default), on-file or missing", example = "nobody-named") @Nullable String consent,
        @Schema(description = "Why it is in the library") @Nullable String purpose,
        @Schema(description = "The campaign after the GAMMMA+ model") @Nullable GammmaParts gammma) {

    static final Metadata NONE = of(Description.EMPTY);

    /** The parts of GAMMMA+; what is left out or null is not reported. */
    @Schema(name = "Gammma")
    record GammmaParts(@Nullable String goal, @Nullable String audience, @Nullable String message,
            @Nullable String messenger, @Nullable String media, @Nullable String action, @Nullable String evaluation) {

        private Gammma gammma() {
            return new Gammma(text(goal), text(audience), text(message), text(messenger), text(media), text(action),
                    text(evaluation));
        }

        private static @Nullable GammmaParts of(Gammma parts) {
            return parts.reported()
                    ? new GammmaParts(parts.goal(), parts.audience(), parts.message(), parts.messenger(), parts.media(),
                            parts.action(), parts.evaluation())
                    : null;
        }
    }

    static Metadata of(Description stated) {
        return new Metadata(stated.title(), stated.summary(), stated.one(Scheme.KIND), stated.all(Scheme.THEME),
                stated.all(Scheme.AUDIENCE), stated.all(Scheme.INTENDED_USER), stated.all(Scheme.NARRATIVE_TYPE),
                stated.all(Scheme.TECHNIQUE), stated.all(Scheme.EXTREMISM), stated.all(Scheme.PREVENTION_LEVEL),
                stated.all(Scheme.MESSENGER), stated.all(Scheme.CHANNEL), stated.one(Scheme.EVIDENCE_DESIGN),
                stated.one(Scheme.EFFECT), stated.one(Scheme.LANGUAGE), stated.all(Scheme.COUNTRY),
                stated.all(Scheme.WORKING_GROUP), stated.one(Scheme.LICENCE), stated.year(), stated.organisation(),
                stated.authors(), stated.reviewedBy(), stated.link(), stated.visibility().id(), stated.consent().id(),
                stated.purpose(), GammmaParts.of(stated.gammma()));
    }

    /** @throws Refusal for a visibility or a consent that there is not; the rest is for the library to judge */
    Description description() {
        Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            List<String> ids = concepts(scheme);
            if (!ids.isEmpty()) {
                concepts.put(scheme, ids);
            }
        }
        return new Description(text(title), text(summary), concepts, year, text(organisation), list(authors),
                text(reviewedBy), link == null || link.isBlank() ? null : link, visibilityOrDefault(),
                consentOrDefault(), text(purpose), gammma == null ? Gammma.NOT_REPORTED : gammma.gammma());
    }

    private List<String> concepts(Scheme scheme) {
        return switch (scheme) {
            case KIND -> one(kind);
            case THEME -> list(themes);
            case AUDIENCE -> list(audiences);
            case INTENDED_USER -> list(intendedUsers);
            case NARRATIVE_TYPE -> list(narrativeTypes);
            case TECHNIQUE -> list(techniques);
            case EXTREMISM -> list(extremism);
            case PREVENTION_LEVEL -> list(preventionLevels);
            case MESSENGER -> list(messengers);
            case CHANNEL -> list(channels);
            case EVIDENCE_DESIGN -> one(evidenceDesign);
            case EFFECT -> one(effect);
            case LANGUAGE -> one(language);
            case COUNTRY -> list(countries);
            case WORKING_GROUP -> list(workingGroups);
            case LICENCE -> one(licence);
        };
    }

    private Visibility visibilityOrDefault() {
        if (visibility == null) {
            return Visibility.PUBLIC;
        }
        return Visibility.of(visibility)
                .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "unknown-visibility", visibility));
    }

    private Consent consentOrDefault() {
        if (consent == null) {
            return Consent.NOBODY_NAMED;
        }
        return Consent.of(consent)
                .orElseThrow(() -> new Refusal(HttpStatus.BAD_REQUEST, "unknown-consent", consent));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static List<String> one(@Nullable String value) {
        return value == null || value.isBlank() ? List.of() : List.of(value);
    }

    private static List<String> list(@Nullable List<String> values) {
        return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
    }
}

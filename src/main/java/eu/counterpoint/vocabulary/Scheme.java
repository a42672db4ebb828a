package eu.counterpoint.vocabulary;

import java.util.Arrays;
import java.util.Optional;

/** The concept schemes. The id is what addresses, REST parameters and the index use, and never changes. */
public enum Scheme {
    KIND("kind", "kind", false), THEME("theme", "themes", true), AUDIENCE("audience", "audiences", true), INTENDED_USER(
            "intended-user", "intendedUsers",
            true), NARRATIVE_TYPE("narrative-type", "narrativeTypes", true), TECHNIQUE("technique", "techniques",
                    true), EXTREMISM("extremism", "extremism", true), PREVENTION_LEVEL("prevention-level",
                            "preventionLevels", true), MESSENGER("messenger", "messengers", true), CHANNEL("channel",
                                    "channels", true), EVIDENCE_DESIGN("evidence-design", "evidenceDesign",
                                            false), EFFECT("effect", "effect", false), LANGUAGE("language", "language",
                                                    false), COUNTRY("country", "countries", true), WORKING_GROUP(
                                                            "working-group", "workingGroups",
                                                            true), LICENCE("licence", "licence", false);

    private final String id;
    private final String field;
    private final boolean multiple;

    Scheme(String id, String field, boolean multiple) {
        this.id = id;
        this.field = field;
        this.multiple = multiple;
    }

    /** The scheme's id: a short English slug. */
    public String id() {
        return id;
    }

    /** The name of the field that holds this scheme's concepts in a record's metadata. */
    public String field() {
        return field;
    }

    /** Whether a record may have several concepts of this scheme. */
    public boolean multiple() {
        return multiple;
    }

    public static Optional<Scheme> of(String id) {
        return Arrays.stream(values()).filter(scheme -> scheme.id.equals(id)).findFirst();
    }
}

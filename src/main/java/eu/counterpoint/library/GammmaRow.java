package eu.counterpoint.library;

import jakarta.persistence.Embeddable;

/** A material's description after GAMMMA+. */
@Embeddable
record GammmaRow(String gammmaGoal, String gammmaAudience, String gammmaMessage, String gammmaMessenger,
        String gammmaMedia, String gammmaAction, String gammmaEvaluation) {

    static GammmaRow of(Gammma gammma) {
        return new GammmaRow(gammma.goal(), gammma.audience(), gammma.message(), gammma.messenger(), gammma.media(),
                gammma.action(), gammma.evaluation());
    }

    Gammma toGammma() {
        return new Gammma(gammmaGoal, gammmaAudience, gammmaMessage, gammmaMessenger, gammmaMedia, gammmaAction,
                gammmaEvaluation);
    }
}

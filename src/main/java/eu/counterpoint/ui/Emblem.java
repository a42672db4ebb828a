package eu.counterpoint.ui;

import com.vaadin.flow.component.Html;

/** The mark: two lines that cross, two voices, one counterpoint. */
public class Emblem extends Html {

    public Emblem() {
        super("""
                <svg width="30" height="24" viewBox="0 0 30 24" aria-hidden="true" fill="none" stroke-width="2.6" \
                stroke-linecap="round"><path stroke="var(--brand)" d="M2 6c6 0 7 12 13 12s7-12 13-12"/>\
                <path stroke="var(--accent)" d="M2 18c6 0 7-12 13-12s7 12 13 12"/></svg>""");
    }
}

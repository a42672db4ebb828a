package eu.counterpoint.account;

/** What a person may do. Each role includes the ones before it. */
public enum Role {
    CONTRIBUTOR, EDITOR, ADMINISTRATOR;

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }
}

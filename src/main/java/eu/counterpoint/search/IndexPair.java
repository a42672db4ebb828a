package eu.counterpoint.search;

/** An index of materials and the index of their passages, by their names. */
record IndexPair(String materials, String passages) {

    boolean isPresentLayout() {
        return IndexKind.MATERIALS.isPresentLayout(materials) && IndexKind.PASSAGES.isPresentLayout(passages);
    }
}

package eu.counterpoint.search;

import java.util.List;

/** An index of materials and the index of their passages, by their names. */
record IndexPair(String materials, String passages) {

    List<String> both() {
        return List.of(materials, passages);
    }
}

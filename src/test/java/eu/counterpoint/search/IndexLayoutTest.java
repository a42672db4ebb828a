package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.vocabulary.Scheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class IndexLayoutTest {

    @ParameterizedTest
    @EnumSource
    void everySchemeHasItsFieldInTheIndex(Scheme scheme) {
        var mapping = JsonMapper.shared().readTree(IndexKind.MATERIALS.definition());
        assertThat(mapping.at("/mappings/properties/concepts/properties/" + scheme.id() + "/type").asString())
                .isEqualTo("keyword");
    }

    @ParameterizedTest
    @EnumSource
    void knowsAnIndexOfAnotherLayoutByItsName(IndexKind kind) {
        IndexLayout plain = IndexLayout.of();
        String index = plain.index(kind, "20261125130831579");

        assertThat(plain.isPresent(kind, index)).isTrue();
        assertThat(plain.isPresent(kind, kind.alias() + "-00000000-20261125130831579")).isFalse();
        assertThat(IndexLayout.of("a-model").isPresent(kind, index)).isFalse();
        assertThat(IndexLayout.of("another-model").index(kind, "x"))
                .isNotEqualTo(IndexLayout.of("a-model").index(kind, "x"));
    }

    @Test
    void doesNotMindInWhichOrderItsPartsAreNamed() {
        assertThat(IndexLayout.of("a", "b").index(IndexKind.MATERIALS, "x"))
                .isEqualTo(IndexLayout.of("b", "a").index(IndexKind.MATERIALS, "x"));
    }
}

package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.meaning.Models;
import eu.counterpoint.vocabulary.Scheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class IndexLayoutTest {

    @TempDir(cleanup = CleanupMode.ALWAYS)
    private static Path folder;

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
        IndexLayout plain = new IndexLayout(Models.none(folder));

        assertThat(plain.isPresent(kind, plain.index(kind, "20261125130831579"))).isTrue();
        assertThat(plain.isPresent(kind, kind.alias() + "-00000000-20261125130831579")).isFalse();
    }

    @Test
    void isAnotherWithAnotherModel() {
        IndexLayout plain = new IndexLayout(Models.none(folder));
        IndexLayout one = new IndexLayout(Models.named("one", folder));
        IndexLayout another = new IndexLayout(Models.named("another", folder));

        assertThat(materials(one)).isEqualTo(materials(new IndexLayout(Models.named("one", folder))))
                .isNotEqualTo(materials(another)).isNotEqualTo(materials(plain));
        assertThat(JsonMapper.shared().readTree(one.definition(IndexKind.MATERIALS))
                .at("/mappings/properties/windows/properties/vector/dims").asInt()).isEqualTo(384);
        // Passages have no vectors.
        assertThat(one.index(IndexKind.PASSAGES, "x")).isEqualTo(plain.index(IndexKind.PASSAGES, "x"));
    }

    private static String materials(IndexLayout layout) {
        return layout.index(IndexKind.MATERIALS, "x");
    }
}

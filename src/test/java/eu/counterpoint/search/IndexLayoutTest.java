package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.vocabulary.Scheme;
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
}

package io.buyme.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FixedFilterTest {

    @Test
    void saysWhatItsPredicateSays() {
        FixedFilter filter = FixedFilter.of(id -> id.startsWith("shoe-"));
        assertThat(filter.test("shoe-1")).isTrue();
        assertThat(filter.test("coat-1")).isFalse();
    }

    @Test
    void doesNotChangeWithTheIdsItWasMadeOf() {
        List<String> ids = new ArrayList<>(List.of("a", "b", "a"));
        FixedFilter filter = FixedFilter.of(ids);
        ids.add("c");
        ids.remove("b");
        assertThat(List.of("a", "b", "c")).filteredOn(filter).containsExactly("a", "b");
    }
}

package io.millrace.workflows.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EngineIdsTest {

    @Test
    void ids_are_version_seven_and_ascend() {
        EngineIds ids = new EngineIds();

        List<String> made = Stream.generate(ids::getNextId).limit(1_000).toList();

        assertThat(made)
                .isSorted()
                .doesNotHaveDuplicates()
                .allMatch(id -> UUID.fromString(id).version() == 7);
    }
}

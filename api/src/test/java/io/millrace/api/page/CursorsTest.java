package io.millrace.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.Ids;
import io.millrace.api.keys.FixedKey;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private static final String LIST = "acme\napprovals\n{state=[ceo]}";

    private final Cursors cursors = new Cursors();
    private final UUID after = Ids.next();

    @BeforeEach
    void withAKey() {
        cursors.key = FixedKey.any();
    }

    @Test
    void a_cursor_opens_where_it_was_sealed() {
        assertThat(cursors.open(LIST, cursors.seal(LIST, after))).contains(after);
    }

    @Test
    void another_list_another_filter_or_another_tenant_opens_nothing() {
        String cursor = cursors.seal(LIST, after);

        assertThat(cursors.open("acme\nmembers\n{}", cursor)).isEmpty();
        assertThat(cursors.open(LIST.replace("ceo", "owner"), cursor)).isEmpty();
        assertThat(cursors.open(LIST.replace("acme", "globex"), cursor)).isEmpty();
    }

    @Test
    void not_one_bit_of_it_can_be_changed() {
        byte[] sealed = Base64.getUrlDecoder().decode(cursors.seal(LIST, after));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] forged = sealed.clone();
            forged[bit / 8] ^= (byte) (1 << bit % 8);

            assertThat(cursors.open(LIST, Base64.getUrlEncoder().encodeToString(forged)))
                    .isEmpty();
        }
    }

    @Test
    void nonsense_opens_nothing() {
        assertThat(cursors.open(LIST, "")).isEmpty();
        assertThat(cursors.open(LIST, "not base64 !")).isEmpty();
        assertThat(cursors.open(LIST, "AAAA")).isEmpty();
    }
}

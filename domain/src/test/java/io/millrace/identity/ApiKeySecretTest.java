package io.millrace.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.tenancy.TenantScope;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeySecretTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-0000-0000-000000000001",
                "0190d6e0-0000-7000-8000-000000000001",
                "ffffffff-ffff-ffff-ffff-ffffffffffff"
            })
    void it_knows_its_tenant(UUID tenant) {
        ApiKeySecret made = TenantScope.call(tenant, ApiKeySecret::make);

        ApiKeySecret read = ApiKeySecret.read(made.text()).orElseThrow();

        assertThat(read.tenant()).isEqualTo(tenant);
        assertThat(read.hash()).isEqualTo(made.hash());
        assertThat(made.text()).hasSize(91).startsWith("mr_live_").startsWith(made.prefix());
        assertThat(made.prefix()).hasSize(16);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mr_live_", "mr_live_00000000", "sk_live_4242", "mr_live_ABC"})
    void what_does_not_look_like_one_is_none(String text) {
        assertThat(ApiKeySecret.read(text)).isEmpty();
    }

    @Test
    void it_does_not_end_up_in_a_log() {
        ApiKeySecret made = TenantScope.call(new UUID(1, 2), ApiKeySecret::make);

        assertThat(made.toString()).startsWith(made.prefix()).hasSizeLessThan(20);
    }
}

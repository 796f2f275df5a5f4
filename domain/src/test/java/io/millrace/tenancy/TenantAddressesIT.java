package io.millrace.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.harness.Room;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantAddressesIT {

    @RegisterExtension
    static final Room room = Room.with();

    @BeforeAll
    static void tenants() {
        room.tenant("acme");
        room.tenant("127");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme.localhost", "acme.millrace.example", "ACME.Millrace.Example", "acme.example."})
    void a_sub_domain_says_which_tenant_it_is(String host) {
        assertThat(addresses().wanted(null, host)).contains("acme");
        assertThat(addresses().wanted("acme", host)).contains("acme");
        assertThat(addresses().wanted("Acme", host)).contains("Acme");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "acme", "127.0.0.1", "::1", "www.acme.example", "nobody.localhost", ""})
    void any_other_address_says_nothing(String host) {
        assertThat(addresses().wanted(null, host)).isEmpty();
        assertThat(addresses().wanted("acme", host)).contains("acme");
    }

    @Test
    void the_platform_s_own_name_is_everybody_s_address() {
        assertThat(addresses().wanted(null, "millrace.example")).isEmpty();
        assertThat(addresses().wanted("acme", "millrace.example")).contains("acme");
    }

    @Test
    void another_tenant_is_refused_at_it() {
        assertThatThrownBy(() -> addresses().wanted("globex", "acme.localhost"))
                .isInstanceOf(OtherTenantsAddress.class);
    }

    private static TenantAddresses addresses() {
        return room.get(TenantAddresses.class);
    }
}

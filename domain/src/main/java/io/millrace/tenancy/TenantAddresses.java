package io.millrace.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which tenant somebody wants in to: the one that they name, or the one whose sub-domain they came to. */
@ApplicationScoped
public class TenantAddresses {

    /** A label and something behind it that is no part of an IP address. */
    private static final Pattern SUB_DOMAIN =
            Pattern.compile("([a-z0-9-]{1,63})\\.(?:[a-z0-9-]+\\.)*[a-z][a-z0-9-]*\\.?");

    @Inject
    Tenants tenants;

    /**
     * The tenant's slug; empty when it is neither named nor the owner of the address.
     *
     * @param named its slug, which need not exist
     * @param host by which we were called, without the port
     * @throws OtherTenantsAddress when the two disagree
     */
    public Optional<String> wanted(@Nullable String named, @Nullable String host) {
        Optional<String> owner = ownerOf(host == null ? "" : host.toLowerCase(Locale.ROOT));
        if (named == null) return owner;
        if (owner.isPresent() && !owner.get().equalsIgnoreCase(named)) throw new OtherTenantsAddress();
        return Optional.of(named);
    }

    private Optional<String> ownerOf(String host) {
        Matcher subDomain = SUB_DOMAIN.matcher(host);
        if (!subDomain.matches()) return Optional.empty();
        return tenants.findBySlug(subDomain.group(1))
                // The product's own address is often millrace.<somewhere>, and is everybody's.
                .filter(tenant -> !tenant.id().equals(TenantScope.PLATFORM))
                .map(Tenant::slug);
    }
}

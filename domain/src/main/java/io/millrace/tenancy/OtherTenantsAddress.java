package io.millrace.tenancy;

import io.millrace.Refusal;

/** Somebody named one tenant at the address of another. */
public class OtherTenantsAddress extends Refusal {

    public OtherTenantsAddress() {
        super(
                Kind.UNPROCESSABLE,
                "other_tenants_address",
                "This is another tenant's address; sign in at your own.",
                new Finding("/tenant", "is not the tenant of this address"));
    }
}

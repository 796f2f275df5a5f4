package io.millrace.tenancy;

/** Work reached tenant data without saying for whom: a fault of ours, never the caller's. */
public class NoTenantBound extends IllegalStateException {

    public NoTenantBound() {
        super("no tenant is bound to this thread; bind one with TenantScope before touching data");
    }
}

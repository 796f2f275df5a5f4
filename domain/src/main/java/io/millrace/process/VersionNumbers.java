package io.millrace.process;

import io.millrace.outbox.Rows;
import io.millrace.tenancy.TenantScope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The numbers of the bound tenant's deleted versions, which stay taken; to be asked under the deployments' lock. */
@ApplicationScoped
public class VersionNumbers {

    @Inject
    Rows rows;

    /** In the transaction that deletes it. */
    public void deleted(String key, int version) {
        rows.update("""
                INSERT INTO deleted_version AS d (tenant_id, model_key, highest) VALUES (?, ?, ?)
                ON CONFLICT (tenant_id, model_key) DO UPDATE SET highest = greatest(d.highest, excluded.highest)""", TenantScope.current(), key, version);
    }

    /** 0 when none of the key was. */
    public int highestDeleted(String key) {
        return rows
                .query(
                        row -> row.getInt(1),
                        "SELECT highest FROM deleted_version WHERE tenant_id = ? AND model_key = ?",
                        TenantScope.current(),
                        key)
                .stream()
                .findFirst()
                .orElse(0);
    }
}

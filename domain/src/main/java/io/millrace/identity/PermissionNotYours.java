package io.millrace.identity;

import io.millrace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A key allows only what whoever makes it may, and never to manage keys or people. */
public class PermissionNotYours extends Refusal {

    private PermissionNotYours(List<Finding> findings) {
        super(
                Kind.UNPROCESSABLE,
                "permission_not_yours",
                "A key cannot have these permissions.",
                findings.toArray(Finding[]::new));
    }

    static void requireAll(List<Permission> wanted, Set<Permission> possible) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Permission permission = wanted.get(i);
            if (possible.contains(permission)) continue;
            String name = permission.name().toLowerCase(Locale.ROOT);
            findings.add(new Finding(
                    "/permissions/" + i,
                    ApiKey.NEVER.contains(permission)
                            ? name + " is never given to a key"
                            : name + " is not among your own permissions"));
        }
        if (!findings.isEmpty()) throw new PermissionNotYours(findings);
    }
}

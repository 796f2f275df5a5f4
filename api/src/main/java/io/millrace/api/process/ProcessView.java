package io.millrace.api.process;

import io.millrace.process.Model;
import io.millrace.process.ModelStore.Deployed;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One version of a model.
 *
 * @param shared whether it comes with the platform; else it is the tenant's own
 * @param unchanged true in the answer to a file that is the latest version already: nothing was deployed
 */
record ProcessView(
        UUID id,
        Model.Kind kind,
        String key,
        @Nullable String name,
        int version,
        @Nullable String versionTag,
        boolean shared,
        Instant deployedAt,
        @Nullable Boolean unchanged) {

    static ProcessView of(Model model) {
        return of(model, null);
    }

    static ProcessView of(Deployed deployed) {
        return of(deployed.model(), deployed.isNew() ? null : true);
    }

    private static ProcessView of(Model model, @Nullable Boolean unchanged) {
        return new ProcessView(
                model.id(),
                model.kind(),
                model.key(),
                model.name(),
                model.version(),
                model.tag(),
                model.shared(),
                model.deployedAt(),
                unchanged);
    }
}

package io.millrace.boot;

import io.millrace.jobs.notification.SendEmail;
import io.millrace.jobs.outbox.EffectLanes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Says whether the mail server answers. Up even if not: mails wait then, and nothing else does. */
@Readiness
@ApplicationScoped
public class MailServerReady implements HealthCheck {

    @Inject
    EffectLanes lanes;

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("mail-server")
                .up()
                .withData("answers", !lanes.isAway(SendEmail.NAME))
                .build();
    }
}

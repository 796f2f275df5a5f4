package io.millrace.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.camunda.bpm.engine.rest.dto.repository.ActivityStatisticsResultDto;

/**
 * Leaves out the steps of a shared model where nothing of the tenant is: the engine names each that has an incident
 * in any tenant, with all counts at nought.
 */
@Provider
public class OwnStatistics implements ContainerResponseFilter {

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof List<?> list
                && list.stream().allMatch(ActivityStatisticsResultDto.class::isInstance)) {
            response.setEntity(list.stream()
                    .map(ActivityStatisticsResultDto.class::cast)
                    .filter(OwnStatistics::isSomethingThere)
                    .toList());
        }
    }

    private static boolean isSomethingThere(ActivityStatisticsResultDto step) {
        boolean hasIncident =
                step.getIncidents() != null && !step.getIncidents().isEmpty();
        return step.getInstances() > 0 || step.getFailedJobs() > 0 || hasIncident;
    }
}

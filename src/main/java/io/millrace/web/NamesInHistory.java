package io.millrace.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.rest.dto.history.UserOperationLogEntryDto;
import org.jspecify.annotations.Nullable;

/** Calls people by their names in a task's history, where the engine knows only memberships' ids. */
@Provider
public class NamesInHistory implements ContainerResponseFilter {

    /** What Tasklist shows of one thing that somebody did with a task. */
    public record Entry(
            String id,
            Date timestamp,
            @Nullable String operationId,
            String operationType,
            @Nullable String userId,
            @Nullable String property,
            @Nullable String orgValue,
            @Nullable String newValue) {}

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof List<?> list
                && list.stream().allMatch(UserOperationLogEntryDto.class::isInstance)) {
            response.setEntity(list.stream()
                    .map(UserOperationLogEntryDto.class::cast)
                    .map(NamesInHistory::named)
                    .toList());
        }
    }

    private static Entry named(UserOperationLogEntryDto entry) {
        return new Entry(
                entry.getId(),
                entry.getTimestamp(),
                entry.getOperationId(),
                entry.getOperationType(),
                name(entry.getUserId()),
                entry.getProperty(),
                name(entry.getOrgValue()),
                name(entry.getNewValue()));
    }

    private static @Nullable String name(@Nullable String value) {
        if (value == null) return null;
        try {
            UUID id = UUID.fromString(value);
            return CDI.current().select(MembersHere.class).get().nameOf(id).orElse(value);
        } catch (IllegalArgumentException e) {
            return value; // some other value, which stays as it is
        }
    }
}

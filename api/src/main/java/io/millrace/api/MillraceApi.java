package io.millrace.api;

import io.millrace.api.approval.ApprovalResource;
import io.millrace.api.audit.AuditResource;
import io.millrace.api.catalogue.CatalogueResource;
import io.millrace.api.http.KnownParameters;
import io.millrace.api.http.ReadableHeaders;
import io.millrace.api.http.WireParameters;
import io.millrace.api.identity.ApiKeyResource;
import io.millrace.api.identity.AuthResource;
import io.millrace.api.identity.Guards;
import io.millrace.api.identity.MeResource;
import io.millrace.api.identity.MemberResource;
import io.millrace.api.json.JsonBodyReader;
import io.millrace.api.json.JsonBodyWriter;
import io.millrace.api.multipart.FileFormReader;
import io.millrace.api.outbox.DeliveryResource;
import io.millrace.api.page.LinkToNext;
import io.millrace.api.problem.FailedCommitMapper;
import io.millrace.api.problem.ProblemMapper;
import io.millrace.api.process.InstanceResource;
import io.millrace.api.process.ProcessResource;
import io.millrace.api.schedule.ScheduleResource;
import io.millrace.api.task.TaskResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The API's classes. Listed one by one, because other applications' resources are in the same archive. */
@ApplicationPath("api/v1")
public class MillraceApi extends Application {

    public static final Set<Class<?>> RESOURCES = Set.of(
            ApiKeyResource.class,
            ApprovalResource.class,
            AuditResource.class,
            AuthResource.class,
            CatalogueResource.class,
            DeliveryResource.class,
            MeResource.class,
            MemberResource.class,
            InstanceResource.class,
            ProcessResource.class,
            ScheduleResource.class,
            TaskResource.class);

    private static final Set<Class<?>> PROVIDERS = Set.of(
            FileFormReader.class,
            Guards.class,
            JsonBodyReader.class,
            JsonBodyWriter.class,
            KnownParameters.class,
            LinkToNext.class,
            FailedCommitMapper.class,
            ProblemMapper.class,
            ReadableHeaders.class,
            WireParameters.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.concat(RESOURCES.stream(), PROVIDERS.stream()).collect(Collectors.toSet());
    }

    /** Jersey's own WADL resource would be an endpoint without a permission; OpenAPI describes us. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}

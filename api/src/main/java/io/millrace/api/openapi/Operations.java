package io.millrace.api.openapi;

import io.millrace.TextRule;
import io.millrace.api.http.Endpoint;
import io.millrace.api.http.Tagged;
import io.millrace.api.idempotency.Idempotent;
import io.millrace.api.identity.Requires;
import io.millrace.api.json.Between;
import io.millrace.api.json.Names;
import io.millrace.identity.ApiKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Describes one endpoint each. */
final class Operations {

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    Operation of(Endpoint endpoint) {
        Method method = endpoint.method();
        var said = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
        String feature = endpoint.resource().getSimpleName().replaceFirst("Resource$", "");
        Operation operation = OASFactory.createOperation()
                .operationId(Names.field(feature) + "_" + Names.field(method.getName()))
                .summary(said.summary())
                .addTag(feature.toLowerCase(Locale.ROOT))
                .responses(responses(endpoint));
        if (!said.description().isEmpty()) operation.description(said.description());
        addParameters(endpoint, operation);
        endpoint.body()
                .ifPresent(body -> operation.requestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(content(endpoint, schemas.ofBody(body.getType())))));
        Requires requires = method.getAnnotation(Requires.class);
        if (requires == null) return operation.security(List.of());
        operation.addExtension("x-permission", Names.value(requires.value()));
        if (!ApiKey.NEVER.contains(requires.value()) && !isAboutTheSession(method)) {
            operation.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme(DescribeApi.API_KEY));
        }
        return operation.addSecurityRequirement(
                OASFactory.createSecurityRequirement().addScheme(DescribeApi.BEARER));
    }

    /** Which a program has none of. */
    private static boolean isAboutTheSession(Method method) {
        return Stream.of(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(HttpHeaders.AUTHORIZATION));
    }

    private void addParameters(Endpoint endpoint, Operation operation) {
        for (Parameter parameter : endpoint.method().getParameters()) {
            PathParam path = parameter.getAnnotation(PathParam.class);
            if (path == null) continue;
            operation.addParameter(OASFactory.createParameter()
                    .name(path.value())
                    .in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.PATH)
                    .required(true)
                    .schema(schemas.of(parameter.getType())));
        }
        endpoint.queryParameters().forEach((name, declared) -> operation.addParameter(query(name, declared)));
        boolean guarded = endpoint.method().isAnnotationPresent(Requires.class);
        if (guarded) operation.addParameter(Headers.ref(Headers.TENANT));
        if (endpoint.method().isAnnotationPresent(Idempotent.class)) {
            operation.addParameter(Headers.ref(Headers.IDEMPOTENCY_KEY));
        }
        if (!honoursTags(endpoint)) return;
        operation.addParameter(Headers.ref(Headers.IF_MATCH));
        if (reads(endpoint)) operation.addParameter(Headers.ref(Headers.IF_NONE_MATCH));
    }

    private org.eclipse.microprofile.openapi.models.parameters.Parameter query(String name, AnnotatedElement declared) {
        var said = declared.getAnnotation(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class);
        Type type = declared instanceof Field field
                ? field.getGenericType()
                : ((Parameter) declared).getParameterizedType();
        var parameter = OASFactory.createParameter()
                .name(name)
                .in(org.eclipse.microprofile.openapi.models.parameters.Parameter.In.QUERY)
                .schema(ofQuery(type, declared));
        return said == null ? parameter : parameter.description(said.description());
    }

    private Schema ofQuery(Type type, AnnotatedElement declared) {
        Between range = declared.getAnnotation(Between.class);
        if (range != null) return Schemas.between(range);
        return type == String.class ? Schemas.text().maxLength(TextRule.LONGEST) : schemas.of(type);
    }

    private static boolean reads(Endpoint endpoint) {
        return endpoint.verb().orElseThrow().equals("GET");
    }

    private static boolean isTagged(Endpoint endpoint) {
        return answer(endpoint)
                .filter(type -> type instanceof Class<?> c && Tagged.class.isAssignableFrom(c))
                .isPresent();
    }

    /** What a POST makes has no former state. */
    private static boolean honoursTags(Endpoint endpoint) {
        boolean makes =
                endpoint.verb().orElseThrow().equals("POST") && !endpoint.path().contains("{id}");
        return isTagged(endpoint) && !makes;
    }

    /** Empty when it answers without a body. */
    private static Optional<Type> answer(Endpoint endpoint) {
        var said = endpoint.method()
                .getAnnotation(org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema.class);
        if (said != null) return Optional.of(said.value());
        Type returned = endpoint.method().getGenericReturnType();
        return returned == void.class ? Optional.empty() : Optional.of(returned);
    }

    private APIResponses responses(Endpoint endpoint) {
        APIResponses responses = OASFactory.createAPIResponses();
        Optional<Type> answer = answer(endpoint);
        String status = answer.isEmpty() ? "204" : successStatus(endpoint.method());
        APIResponse success = OASFactory.createAPIResponse().description(status.equals("201") ? "Created" : "Done");
        answer.ifPresent(type -> success.content(json(mediaType(endpoint), schemas.of(type))));
        success.headers(ResponseHeaders.of(endpoint, status, isTagged(endpoint)));
        responses.addAPIResponse(status, success);
        // What a write answers when there was nothing to do.
        for (var other : endpoint.method()
                .getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.responses.APIResponse.class)) {
            APIResponse same = OASFactory.createAPIResponse().description(other.description());
            answer.ifPresent(type -> same.content(json(mediaType(endpoint), schemas.of(type))));
            same.headers(ResponseHeaders.of(endpoint, other.responseCode(), isTagged(endpoint)));
            responses.addAPIResponse(other.responseCode(), same);
        }
        if (honoursTags(endpoint) && reads(endpoint)) responses.addAPIResponse("304", unchanged());
        Refusals.of(endpoint, honoursTags(endpoint))
                .forEach(refusal -> responses.addAPIResponse(refusal, Refusals.ref(refusal)));
        return responses;
    }

    private static String mediaType(Endpoint endpoint) {
        Produces produces = endpoint.method().getAnnotation(Produces.class);
        if (produces == null) produces = endpoint.resource().getAnnotation(Produces.class);
        return produces == null ? "application/json" : produces.value()[0];
    }

    private static APIResponse unchanged() {
        return OASFactory.createAPIResponse()
                .description("Still in the state that If-None-Match names")
                .headers(ResponseHeaders.tag());
    }

    private static String successStatus(Method method) {
        var said = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema.class);
        return said == null || said.responseCode().isEmpty() ? "200" : said.responseCode();
    }

    private static Content content(Endpoint endpoint, Schema schema) {
        Consumes consumes = endpoint.method().getAnnotation(Consumes.class);
        if (consumes == null) consumes = endpoint.resource().getAnnotation(Consumes.class);
        Content content = OASFactory.createContent();
        for (String type : consumes.value()) {
            content.addMediaType(type, OASFactory.createMediaType().schema(schema));
        }
        return content;
    }

    static Content json(String type, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(type, OASFactory.createMediaType().schema(schema));
    }
}

package io.millrace.web;

import io.millrace.Refusal;
import io.millrace.identity.CurrentMember;
import io.millrace.task.TaskClaimed;
import io.millrace.task.TaskNotClaimed;
import io.millrace.workflows.task.TaskForms;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks what is sent about a task before the engine sees it: the engine writes submitted variables before
 * any listener of ours runs, and would let people claim for others.
 */
public class TaskCallsFilter extends HttpFilter {

    private static final Pattern CALL = Pattern.compile(".*/task/(" + AllowedCalls.ID + ")(?:/([a-z-]+))?");
    private static final Pattern FORM = Pattern.compile(".*/task/(" + AllowedCalls.ID + ")/rendered-form");
    private static final String HISTORY = WebApps.ROOT + "/api/engine/engine/default/history/user-operation";

    @Inject
    TaskForms forms;

    @Inject
    VisibleTasks visibleTasks;

    @Inject
    CurrentMember currentMember;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest checked;
        try {
            Matcher form = FORM.matcher(request.getRequestURI());
            if (form.matches()) {
                show(form.group(1), response);
                return;
            }
            checked = checked(request);
        } catch (Refusal refusal) {
            VendorErrors.send(response, VendorErrors.status(refusal), refusal.code(), refusal.detail());
            return;
        } catch (RuntimeException failure) {
            Faults fault = Faults.of(failure, request.getRequestURI());
            VendorErrors.send(response, fault.status(), fault.code(), fault.words());
            return;
        }
        chain.doFilter(checked, response);
    }

    /** The request as it goes on: its body is written anew from what was checked, so nothing else gets in. */
    private HttpServletRequest checked(HttpServletRequest request) throws IOException {
        String path = request.getRequestURI();
        if (path.startsWith(request.getContextPath() + HISTORY)) visibleTasks.see(parameter(request, "taskId"));
        Matcher call = CALL.matcher(path);
        if (!call.matches()) return request;
        String taskId = call.group(1);
        return switch (String.valueOf(call.group(2))) {
            case "claim" -> claim(request, taskId);
            case "unclaim" -> unclaim(request, taskId);
            case "submit-form", "complete" -> submit(request, taskId);
            default -> look(request, taskId);
        };
    }

    private static @Nullable String parameter(HttpServletRequest request, String name) {
        try {
            return request.getParameter(name);
        } catch (IllegalArgumentException notAnAddress) {
            throw new UnreadableCall();
        }
    }

    /** In place of the engine's answer, which trusts what is in variables. */
    private void show(String taskId, HttpServletResponse response) throws IOException {
        String form = visibleTasks.renderedForm(taskId);
        response.setContentType("application/xhtml+xml;charset=UTF-8");
        response.getWriter().write(FormPage.shown(form));
    }

    /** The engine would answer differently for another tenant's task than for none. */
    private HttpServletRequest look(HttpServletRequest request, String taskId) {
        visibleTasks.see(taskId);
        return request;
    }

    private HttpServletRequest claim(HttpServletRequest request, String taskId) throws IOException {
        visibleTasks.require(taskId);
        TaskBodies.requireClaimFor(me(), RewrittenBody.read(request));
        return new RewrittenBody(request, TaskBodies.claimFor(me()));
    }

    private HttpServletRequest unclaim(HttpServletRequest request, String taskId) throws IOException {
        String assignee = visibleTasks.require(taskId).getAssignee();
        if (assignee == null) throw new TaskNotClaimed();
        if (!assignee.equals(me())) throw new TaskClaimed();
        return new RewrittenBody(request, "{}");
    }

    private HttpServletRequest submit(HttpServletRequest request, String taskId) throws IOException {
        var variables = TaskBodies.variables(RewrittenBody.read(request));
        var kept = forms.requireAllowed(taskId, variables).variables();
        return new RewrittenBody(request, TaskBodies.submission(kept));
    }

    private String me() {
        return currentMember.get().id().toString();
    }
}

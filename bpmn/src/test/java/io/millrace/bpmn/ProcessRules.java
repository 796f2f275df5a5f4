package io.millrace.bpmn;

import static io.millrace.bpmn.NamingRules.at;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.Error;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ScriptTask;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaExecutionListener;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaScript;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** What a process says about itself, and what must not be hidden in one. */
final class ProcessRules {

    private ProcessRules() {}

    static List<String> processIntroducesItself(Drawing drawing) {
        Process process = drawing.process();
        List<String> missing = new ArrayList<>();
        if (blank(process.getName())) missing.add("a name");
        if (process.getDocumentations().isEmpty()) missing.add("a <documentation> that says what it does");
        if (!process.isExecutable()) missing.add("isExecutable=\"true\"");
        return missing.stream().map(m -> process.getId() + ": state " + m).toList();
    }

    static List<String> processStatesVersionAndKeeping(Drawing drawing) {
        Process process = drawing.process();
        List<String> missing = new ArrayList<>();
        if (blank(process.getCamundaVersionTag())) missing.add("camunda:versionTag (\"1\")");
        if (!isDays(process.getCamundaHistoryTimeToLiveString()))
            missing.add("camunda:historyTimeToLive as a number of days (\"P400D\")");
        return missing.stream().map(m -> process.getId() + ": state " + m).toList();
    }

    static boolean isDays(@Nullable String timeToLive) {
        return timeToLive != null && timeToLive.matches("P\\d+D");
    }

    static List<String> nothingIsScripted(Drawing drawing) {
        Stream<String> tasks =
                drawing.nodes(ScriptTask.class).map(t -> at(t) + "make it a service task with a delegate");
        Stream<String> parts = drawing.model().getModelElementsByType(CamundaScript.class).stream()
                .map(s -> owner(s) + ": take the script away; a delegate does the work");
        Stream<String> conditions = drawing.model().getModelElementsByType(ConditionExpression.class).stream()
                .filter(c -> c.getLanguage() != null)
                .map(c -> owner(c) + ": take the script away; a condition compares a variable");
        return Stream.of(tasks, parts, conditions).flatMap(s -> s).toList();
    }

    static List<String> nobodyListens(Drawing drawing) {
        return Stream.of(CamundaExecutionListener.class, CamundaTaskListener.class)
                .flatMap(type -> drawing.model().getModelElementsByType(type).stream())
                .map(l -> owner(l) + ": take the listener away; draw a task, so that a reader sees what happens")
                .toList();
    }

    static List<String> workIsDoneByDelegates(Drawing drawing) {
        return drawing.nodes()
                .filter(n -> n instanceof ServiceTask || n instanceof SendTask)
                .filter(n -> {
                    String bean = n.getAttributeValueNs(CAMUNDA, "delegateExpression");
                    return bean == null || !bean.matches("[$#]\\{[a-z]\\w*}");
                })
                .map(n ->
                        at(n) + "name the delegate that does the work: camunda:delegateExpression=\"${remindDebtor}\"")
                .toList();
    }

    static List<String> rulesAreTables(Drawing drawing) {
        return drawing.nodes(BusinessRuleTask.class)
                .filter(t -> t.getCamundaDecisionRef() == null)
                .map(t -> at(t) + "name the decision that it asks: camunda:decisionRef")
                .toList();
    }

    static List<String> noClockStartsAProcess(Drawing drawing) {
        return drawing.nodes(StartEvent.class)
                .filter(s -> s.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance))
                .filter(s -> s.getParentElement() instanceof Process)
                .map(s -> at(s) + "a timer start runs for no tenant; let a schedule start the process")
                .toList();
    }

    static List<String> errorsAreNotJavaTypes(Drawing drawing) {
        return drawing.model().getModelElementsByType(Error.class).stream()
                .filter(e -> e.getErrorCode() != null && e.getErrorCode().contains("."))
                .map(e ->
                        e.getId() + ": the code " + e.getErrorCode() + " would swallow faults; use a word of the trade")
                .toList();
    }

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String owner(ModelElementInstance part) {
        ModelElementInstance up = part;
        while (up != null && up.getAttributeValue("id") == null) up = up.getParentElement();
        return up == null ? "?" : up.getAttributeValue("id");
    }
}

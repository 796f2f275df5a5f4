package io.millrace.bpmn;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.RootElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** How things in a model are called; each rule gives what breaks it, in words that help. */
final class NamingRules {

    private NamingRules() {}

    static List<String> fileIsNamedLikeItsProcess(Drawing drawing) {
        Process process = drawing.process();
        Stream<String> kebab = process.getId().matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")
                ? Stream.of()
                : Stream.of(process.getId() + ": a process id is in kebab-case");
        Stream<String> file = drawing.file().equals(process.getId() + ".bpmn")
                ? Stream.of()
                : Stream.of(process.getId() + ": its file is " + drawing.file() + "; name both alike");
        return Stream.concat(kebab, file).toList();
    }

    static List<String> idsAreWrittenByHand(Drawing drawing) {
        Stream<String> elements = drawing.model().getModelElementsByType(FlowElement.class).stream()
                .map(FlowElement::getId);
        Stream<String> shared = drawing.model().getModelElementsByType(RootElement.class).stream()
                .filter(e -> !(e instanceof Process))
                .filter(e -> e.getParentElement() == drawing.model().getDefinitions())
                .map(RootElement::getId);
        return Stream.concat(elements, shared)
                .filter(id -> !id.matches("[a-z][a-zA-Z0-9]*"))
                .map(id -> id + ": write the id by hand, in camelCase, after the name")
                .toList();
    }

    static List<String> activitiesSayWhatToDo(Drawing drawing) {
        return drawing.nodes(Activity.class)
                .filter(a -> !isNamed(a) || !Words.sayWhatToDo(a.getName()) || !Words.idSaysName(a))
                .map(a -> at(a) + "name it verb object (\"Remind debtor\") with that as its id (remindDebtor)")
                .toList();
    }

    static List<String> eventsSayWhatHasHappened(Drawing drawing) {
        return drawing.nodes(Event.class)
                .filter(e -> !isNamed(e) || !Words.sayAState(e.getName()) || !Words.idSaysName(e))
                .map(e ->
                        at(e) + "name it as a past state (\"Payment received\") with that as its id (paymentReceived)")
                .toList();
    }

    static List<String> choicesAreQuestions(Drawing drawing) {
        return drawing.choices()
                .filter(g -> !isNamed(g) || !g.getName().endsWith("?") || !Words.idSaysName(g))
                .map(g -> at(g) + "name it as a question (\"Approved?\") with that as its id (approved)")
                .toList();
    }

    static List<String> waysOutAreAnswers(Drawing drawing) {
        return drawing.choices()
                .flatMap(g -> drawing.flowsFrom(g).stream())
                .filter(f -> Words.of(f.getName()).isEmpty()
                        || !f.getId().equals(f.getSource().getId() + Words.capital(Words.camelCase(f.getName()))))
                .map(NamingRules::answerTheQuestion)
                .toList();
    }

    /** Whoever looks at the drawing would read the expression itself. */
    static List<String> namesHoldNoExpression(Drawing drawing) {
        return drawing.model().getModelElementsByType(FlowElement.class).stream()
                .filter(e -> e.getName() != null && e.getName().matches(".*[$#]\\{.*"))
                .map(e -> at(e) + "name it in plain words; the property millrace.name says what its tasks are called")
                .toList();
    }

    static List<String> messagesAreNamedAfterEvents(Drawing drawing) {
        return drawing.model().getModelElementsByType(Message.class).stream()
                .filter(m -> m.getName() == null || !m.getName().matches("[a-z0-9_]+(\\.[a-z0-9_]+)+"))
                .map(m -> m.getId() + " \"" + m.getName() + "\": a message has an event's type for its name"
                        + " (\"approval.gate_decided\")")
                .toList();
    }

    private static String answerTheQuestion(SequenceFlow flow) {
        return at(flow) + "name it with the answer (\"yes\") and give it the id "
                + flow.getSource().getId() + "Yes";
    }

    private static boolean isNamed(FlowElement element) {
        return !Words.of(element.getName()).isEmpty() && Words.startLikeASentence(element.getName());
    }

    static String at(FlowElement element) {
        String name = element.getName() == null ? "no name" : '"' + element.getName() + '"';
        return element.getId() + " (" + name + "): ";
    }
}

package io.millrace.workflows.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.process.ModelFinding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which forms may stand in a model. */
class FormRulesTest {

    private static final Known KNOWN =
            new Known(Map.of(), Set.of(), Set.of(), Set.of("manager"), Set.of(), Set.of(), Map.of(), Set.of());

    @Test
    void fields_of_each_type_with_what_can_be_checked_are_fine() {
        assertThat(check("""
                <camunda:formField id="costCentre" label="Cost centre" type="string">
                  <camunda:validation><camunda:constraint name="required"/>
                    <camunda:constraint name="maxlength" config="6"/></camunda:validation></camunda:formField>
                <camunda:formField id="left" label="Left" type="long" defaultValue="5">
                  <camunda:validation><camunda:constraint name="max" config="100"/></camunda:validation></camunda:formField>
                <camunda:formField id="planned" label="Planned" type="boolean" defaultValue="true"/>
                <camunda:formField id="neededBy" label="Needed by" type="date" datePattern="yyyy-MM-dd"/>
                <camunda:formField id="shown" label="Shown" type="string" defaultValue="${title}">
                  <camunda:validation><camunda:constraint name="readonly"/></camunda:validation></camunda:formField>
                <camunda:formField id="budget" label="Budget" type="enum">
                  <camunda:value id="it" name="Computers"/></camunda:formField>""")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='validator' config='java.lang.Runtime'/></camunda:validation></camunda:formField>",
                "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='validator' config='${openGate}'/></camunda:validation></camunda:formField>",
                "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='maxlength' config='many'/></camunda:validation></camunda:formField>",
                "<camunda:formField id='a' type='long'><camunda:validation><camunda:constraint name='min' config='${left}'/></camunda:validation></camunda:formField>",
                "<camunda:formField id='a' type='bytes'/>",
                "<camunda:formField id='a'/>",
                "<camunda:formField id='a b' type='string'/>",
                "<camunda:formField type='string'/>",
                "<camunda:formField id='a' type='string'/><camunda:formField id='a' type='string'/>",
                "<camunda:formField id='a' type='enum'/>",
                "<camunda:formField id='a' type='enum'><camunda:value id='' name='x'/></camunda:formField>",
                "<camunda:formField id='a' type='enum'><camunda:value id='x' name='&lt;script>'/></camunda:formField>",
                "<camunda:formField id='a' label='&lt;img src=x onerror=alert(1)>' type='string'/>",
                "<camunda:formField id='a' label='{{constructor}}' type='string'/>",
                "<camunda:formField id='a' label='${title}' type='string'/>",
                "<camunda:formField id='a' label='&amp;#123;&amp;#123;x' type='string'/>",
                "<camunda:formField id='a' type='date' datePattern='\"onfocus'/>",
                "<camunda:formField id='a' type='long' defaultValue='many'/>"
            })
    void what_could_not_be_checked_or_would_be_run_is_refused(String field) {
        assertThat(check(field)).as(field).isNotEmpty().containsOnly("form-field");
    }

    private static List<String> check(String fields) {
        String task = "<userTask id='step' camunda:candidateGroups='manager'><extensionElements><camunda:formData>"
                + fields + "</camunda:formData></extensionElements></userTask>";
        return ModelCheck.check(ModelCheck.read(Drawn.process("asking", task)), KNOWN).stream()
                .map(ModelFinding::rule)
                .distinct()
                .toList();
    }
}

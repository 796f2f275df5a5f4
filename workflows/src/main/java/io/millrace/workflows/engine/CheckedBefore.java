package io.millrace.workflows.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidator;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidatorContext;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for the vendor's checks of submitted fields. Ours come before, at every door and with words for each
 * finding; and the vendor's hold a limit itself to be beyond the limit.
 */
public final class CheckedBefore implements FormFieldValidator {

    /** The constraints that a model may name. */
    public static final List<String> CONSTRAINTS =
            List.of("required", "readonly", "min", "max", "minlength", "maxlength");

    static Map<String, Class<? extends FormFieldValidator>> all() {
        return CONSTRAINTS.stream().collect(Collectors.toMap(name -> name, name -> CheckedBefore.class));
    }

    @Override
    public boolean validate(@Nullable Object submitted, FormFieldValidatorContext field) {
        return true;
    }
}

package io.millrace.process;

import io.millrace.Refusal;
import java.util.List;

/** The file is no model that may be deployed here, for each of the reasons given. */
public class ModelRefused extends Refusal {

    private static final long serialVersionUID = 1;

    private final transient List<ModelFinding> flaws;

    public ModelRefused(List<ModelFinding> flaws) {
        super(Kind.UNPROCESSABLE, "model_refused", "The model was not deployed; errors says what is wrong with it.");
        this.flaws = List.copyOf(flaws);
    }

    /** All of them, as they stand in the file. */
    public List<ModelFinding> flaws() {
        return flaws;
    }
}

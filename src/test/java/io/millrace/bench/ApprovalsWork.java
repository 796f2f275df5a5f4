package io.millrace.bench;

import java.util.ArrayList;
import java.util.List;

/** Approvals per second through the API, one request and one decision each, against the bare engine. */
final class ApprovalsWork implements Work {

    /** A deep stack of parts on two cores takes a thousand requests until it is compiled. */
    private static final int WARM_UP = 1000;

    private static final List<Integer> SIZES = List.of(100, 400);

    @Override
    public String name() {
        return "approvals";
    }

    @Override
    public List<Row> measure() {
        List<Row> rows = new ArrayList<>();
        try (Installation product = Installation.started(name());
                BareEngine engine = new BareEngine()) {
            Runnable approval = product.oneApproval();
            Callers.perSecond(WARM_UP, approval);
            Callers.perSecond(WARM_UP, engine::oneApproval);
            for (int size : SIZES) {
                product.awaitRest();
                double value = Callers.perSecond(size, approval);
                product.awaitRest();
                double baseline = Callers.perSecond(size, engine::oneApproval);
                rows.add(
                        new Row(name(), size + " approvals", value, "1/s", "bare engine", baseline, Row.Better.HIGHER));
            }
        }
        return rows;
    }
}

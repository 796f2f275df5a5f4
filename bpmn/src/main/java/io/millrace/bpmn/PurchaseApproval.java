package io.millrace.bpmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The words of {@code purchase-approval.bpmn} and of its table {@code approval-routing.dmn}. */
public final class PurchaseApproval {

    public static final String KEY = "purchase-approval";
    public static final String ROUTING = "approval-routing";

    // Given at the start; the business key is the approval's id.

    /** The kind of approval, as the API writes it: {@link #PURCHASE}. */
    public static final String APPROVAL_TYPE = "approvalType";

    public static final String PURCHASE = "purchase";

    /** A Long, in cents: the table divides by a hundred. */
    public static final String AMOUNT_MINOR = "amountMinor";

    public static final String CURRENCY = "currency";

    /** What is asked, for the steps of a tenant's own version: Tasklist shows it on the cards of their tasks. */
    public static final String REQUEST_TITLE = "requestTitle";

    // Set by the table, Booleans.

    public static final String MANAGER_NEEDED = "managerNeeded";
    public static final String REVENUE_ASSURANCE_NEEDED = "revenueAssuranceNeeded";
    public static final String CEO_NEEDED = "ceoNeeded";
    public static final String OWNER_NEEDED = "ownerNeeded";

    /** For each gate, in the order of asking, the variable that says whether it is needed. */
    public static final Map<String, String> NEEDED_BY_GATE = neededByGate();

    /** The delegate that tells the approval which gates are needed. */
    public static final String RECORD_ROUTING = "recordRouting";

    public static final String COMPLETED = "requestCompleted";
    public static final String CLOSED = "requestClosed";

    private PurchaseApproval() {}

    private static Map<String, String> neededByGate() {
        Map<String, String> needed = new LinkedHashMap<>();
        needed.put(ApprovalGate.MANAGER, MANAGER_NEEDED);
        needed.put(ApprovalGate.REVENUE_ASSURANCE, REVENUE_ASSURANCE_NEEDED);
        needed.put(ApprovalGate.CEO, CEO_NEEDED);
        needed.put(ApprovalGate.OWNER, OWNER_NEEDED);
        return Collections.unmodifiableMap(needed);
    }
}

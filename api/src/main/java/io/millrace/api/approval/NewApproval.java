package io.millrace.api.approval;

import io.millrace.TextRule;
import io.millrace.api.json.Names;
import io.millrace.api.json.Text;
import io.millrace.approval.RequestApproval;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asks for. */
record NewApproval(
        ApprovalType type,
        @Text(min = 1, max = 200) String title,
        MoneyWire amount,

        @Text(min = 1, max = TextRule.LONGEST, multiline = true) @Nullable
        String reason,

        @Nullable UUID originId) {

    RequestApproval.Wanted toWanted() {
        return new RequestApproval.Wanted(Names.value(type), title, amount.toMoney(), reason, originId);
    }
}

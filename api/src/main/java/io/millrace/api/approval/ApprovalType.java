package io.millrace.api.approval;

/** What can be asked for. */
enum ApprovalType {
    PURCHASE
}

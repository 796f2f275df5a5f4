package io.millrace.api.process;

import io.millrace.api.json.Text;

/**
 * Ends an instance.
 *
 * @param reason kept in the audit trail; the requester of an approval reads it too
 */
record Cancellation(
        @Text(min = 1, max = 500, multiline = true) String reason) {}

package io.millrace.identity;

/** What can be allowed; every endpoint names the one it needs. */
public enum Permission {
    APPROVAL_REQUEST,
    /** One's own requests and those with a gate of one's group. */
    APPROVAL_READ,
    APPROVAL_READ_ALL,
    /** Granted by being in a deciding group, not by a role. */
    APPROVAL_DECIDE,
    DELIVERY_READ,
    DELIVERY_RETRY,
    EVENT_PUBLISH,
    MEMBER_MANAGE,
    MEMBER_READ,
    PROFILE_READ,
    TASK_READ,
    TASK_COMPLETE,
    TENANT_ENTER
}

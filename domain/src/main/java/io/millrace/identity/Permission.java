package io.millrace.identity;

/** What a role can allow. Deciding at a gate is none of them: it comes from being in the group that the gate asks. */
public enum Permission {
    /** One's own. */
    API_KEY_MANAGE,
    /** Of everybody in the tenant: to see and to revoke. */
    API_KEY_MANAGE_ALL,
    APPROVAL_REQUEST,
    /** One's own requests and those with a gate of one's group. */
    APPROVAL_READ,
    APPROVAL_READ_ALL,
    /** The tenant's whole trail. */
    AUDIT_READ,
    DELIVERY_READ,
    DELIVERY_RETRY,
    /** What runs: to have it tried again, to end it. */
    INSTANCE_MANAGE,
    MEMBER_MANAGE,
    MEMBER_READ,
    /** The tenant's models and what runs by them. */
    PROCESS_READ,
    /** One's tenant's own models, to change how it works. */
    PROCESS_DEPLOY,
    PROFILE_READ,
    TASK_READ,
    TASK_COMPLETE,
    /** Whoever has claimed them, of whatever group. */
    TASK_RELEASE_ALL,
    TENANT_ENTER
}

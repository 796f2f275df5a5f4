-- All devices of a member are signed out at once, and each sign-in forgets the member's expired ones.
CREATE INDEX refresh_token_membership ON refresh_token (tenant_id, membership_id);

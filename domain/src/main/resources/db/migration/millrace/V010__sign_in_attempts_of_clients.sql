-- Guesses are counted per client, and per client and account, no longer per account alone; all under the
-- platform's tenant, because a guessed tenant need not exist. What was counted before means something else.
DELETE FROM sign_in_attempt;

CREATE INDEX sign_in_attempt_age ON sign_in_attempt (tenant_id, window_start);

COMMENT ON TABLE sign_in_attempt IS
  'Failed sign-ins of a client, and of a client at one account. The subject is an HMAC under the master key.';

-- What programs come in with. The key itself is never kept: the hash finds it, the prefix lets people tell one from
-- another. It has the rights of a membership, narrowed to those named; it ends with the membership.
CREATE TABLE api_key (
  tenant_id     uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id            uuid        NOT NULL,
  membership_id uuid        NOT NULL,
  name          text        NOT NULL,
  prefix        text        NOT NULL,
  key_hash      text        NOT NULL,
  permissions   text        NOT NULL, -- names with spaces between them
  created_at    timestamptz NOT NULL,
  expires_at    timestamptz,
  last_used_at  timestamptz,
  revoked_at    timestamptz,
  version       bigint      NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key_hash),
  FOREIGN KEY (tenant_id, membership_id) REFERENCES membership (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX api_key_membership ON api_key (tenant_id, membership_id, id);

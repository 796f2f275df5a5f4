-- Who is here: tenants, people, and their memberships. From here on every table starts with its
-- tenant, and row-level security keeps one tenant's rows from another, whatever the SQL says.

-- Asked by every policy. It raises instead of answering null, so that a forgotten binding is a loud
-- fault and not an empty list. A reverted transaction-local setting is '', not null.
CREATE FUNCTION current_tenant() RETURNS uuid LANGUAGE plpgsql STABLE PARALLEL SAFE AS $$
DECLARE
  bound text := current_setting('millrace.tenant', true);
BEGIN
  IF bound IS NULL OR bound = '' THEN
    RAISE EXCEPTION 'no tenant is bound to this transaction' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN bound::uuid;
END
$$;

CREATE TABLE tenant (
  id         uuid        NOT NULL PRIMARY KEY,
  slug       text        NOT NULL UNIQUE,
  name       text        NOT NULL,
  state      text        NOT NULL DEFAULT 'ACTIVE',
  created_at timestamptz NOT NULL,

  CONSTRAINT tenant_slug  CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$'),
  CONSTRAINT tenant_state CHECK (state IN ('REQUESTED', 'PROVISIONING', 'TRIAL', 'ACTIVE', 'PAST_DUE',
                                           'SUSPENDED', 'CLOSING', 'CLOSED'))
);

-- The platform is a tenant like any other; this one row must exist before anything can be bound to it.
INSERT INTO tenant (id, slug, name, state, created_at)
VALUES ('00000000-0000-7000-8000-000000000001', 'millrace', 'Millrace', 'ACTIVE', now());

CREATE FUNCTION platform_tenant() RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$ SELECT '00000000-0000-7000-8000-000000000001'::uuid $$;

-- A human being, once on the platform however many tenants they work for. Hence no tenant_id.
CREATE TABLE person (
  id            uuid        NOT NULL PRIMARY KEY,
  email         text        NOT NULL,
  name          text        NOT NULL,
  password_hash text,
  created_at    timestamptz NOT NULL,
  version       bigint      NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX person_email ON person (lower(email));

CREATE TABLE membership (
  tenant_id  uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id         uuid        NOT NULL,
  person_id  uuid        NOT NULL REFERENCES person (id),
  state      text        NOT NULL,
  created_at timestamptz NOT NULL,
  version    bigint      NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, person_id),
  CONSTRAINT membership_state CHECK (state IN ('ACTIVE', 'SUSPENDED'))
);
CREATE INDEX membership_person ON membership (person_id);

CREATE TABLE membership_role (
  tenant_id     uuid NOT NULL DEFAULT current_tenant(),
  membership_id uuid NOT NULL,
  role          text NOT NULL,

  PRIMARY KEY (tenant_id, membership_id, role),
  FOREIGN KEY (tenant_id, membership_id) REFERENCES membership (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT membership_role_known
    CHECK (role IN ('OWNER', 'ADMIN', 'MANAGER', 'ANALYST', 'MEMBER', 'CLIENT', 'OPERATOR'))
);

-- Who may decide at which gates: something else than roles, and edited apart from them.
CREATE TABLE membership_group (
  tenant_id     uuid NOT NULL DEFAULT current_tenant(),
  membership_id uuid NOT NULL,
  deciding_group text NOT NULL,

  PRIMARY KEY (tenant_id, membership_id, deciding_group),
  FOREIGN KEY (tenant_id, membership_id) REFERENCES membership (tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT membership_group_known CHECK (deciding_group IN ('MANAGER', 'REVENUE_ASSURANCE', 'CEO', 'OWNER'))
);
CREATE INDEX membership_group_members ON membership_group (tenant_id, deciding_group);

-- A signed-in device. Only the hash of its current refresh token is kept; presenting an older one
-- of the same family means that somebody copied it, and ends the family.
CREATE TABLE refresh_token (
  tenant_id     uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id            uuid        NOT NULL,
  family_id     uuid        NOT NULL,
  membership_id uuid        NOT NULL,
  token_hash    text        NOT NULL,
  issued_at     timestamptz NOT NULL,
  expires_at    timestamptz NOT NULL,
  used_at       timestamptz,
  revoked_at    timestamptz,
  version       bigint      NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, token_hash),
  FOREIGN KEY (tenant_id, membership_id) REFERENCES membership (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX refresh_token_family ON refresh_token (tenant_id, family_id);

-- Failed sign-ins per address (a keyed hash, never the address), to slow guessing down. Counted in a
-- transaction of their own, because the refusal rolls the other one back.
CREATE TABLE sign_in_attempt (
  tenant_id    uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  subject_hash text        NOT NULL,
  failures     int         NOT NULL,
  window_start timestamptz NOT NULL,

  PRIMARY KEY (tenant_id, subject_hash)
);

-- The key that signs access tokens, encrypted with the master key. One for the whole platform.
CREATE TABLE signing_key (
  kid         text        NOT NULL PRIMARY KEY,
  private_jwk text        NOT NULL,
  created_at  timestamptz NOT NULL
);

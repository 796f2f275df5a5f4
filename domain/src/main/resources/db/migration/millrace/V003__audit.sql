-- Who did what, when, on whose behalf. Ids only, so that erasing a person never touches it.
-- Append-only: the application's role may insert and read (see the grants).
CREATE TABLE audit_entry (
  tenant_id    uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id           uuid        NOT NULL,
  at           timestamptz NOT NULL,
  action       text        NOT NULL,
  subject_type text        NOT NULL,
  subject_id   uuid        NOT NULL,
  actor_id     uuid,
  on_behalf_of uuid,
  from_state   text,
  to_state     text,
  comment      text,
  request_id   text,

  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX audit_entry_subject ON audit_entry (tenant_id, subject_type, subject_id, at);

-- First answers to requests that carried an Idempotency-Key, written in the transaction of their effect.
CREATE TABLE idempotency_record (
  tenant_id    uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  principal    text        NOT NULL,
  key          text        NOT NULL,
  request_hash text        NOT NULL,
  status       int         NOT NULL,
  location     text,
  etag         text,
  body         text,
  created_at   timestamptz NOT NULL,

  PRIMARY KEY (tenant_id, principal, key)
);
CREATE INDEX idempotency_record_age ON idempotency_record (tenant_id, created_at);

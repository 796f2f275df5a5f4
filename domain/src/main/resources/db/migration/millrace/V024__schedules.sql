-- What starts a process by the calendar or at intervals.
CREATE TABLE schedule (
  tenant_id       uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id              uuid        NOT NULL,
  process_key     text        NOT NULL,
  name            text        NOT NULL,
  cron            text,
  time_zone       text,
  every_seconds   bigint,
  subject         text,
  variables       jsonb       NOT NULL,
  created_by      uuid        NOT NULL, -- a membership, which may be gone by now
  created_at      timestamptz NOT NULL,
  -- The due time that is not served yet, and when it is tried next: later than that after a failure.
  due_at          timestamptz NOT NULL,
  next_due_at     timestamptz NOT NULL,
  last_started_at timestamptz,
  last_error      text,
  failures        int         NOT NULL DEFAULT 0,
  version         bigint      NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, id),
  CONSTRAINT schedule_rhythm CHECK ((cron IS NULL) <> (every_seconds IS NULL) AND (cron IS NULL) = (time_zone IS NULL))
);

-- A dispatch table: ids and due times only, no payload, so no row-level security. Each node reads it for all tenants,
-- then binds the tenant of the row that it tries to claim.
CREATE TABLE schedule_dispatch (
  tenant_id   uuid        NOT NULL,
  schedule_id uuid        NOT NULL,
  due_at      timestamptz NOT NULL,

  PRIMARY KEY (tenant_id, schedule_id),
  FOREIGN KEY (tenant_id, schedule_id) REFERENCES schedule (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX schedule_dispatch_due ON schedule_dispatch (due_at);

-- Which events start processes and move them, and the events that found nobody yet.

-- The versions of each process, as the engine has them. The highest of a key counts; a tenant's own key hides the
-- platform's, also for what it does not start with any more. Written in the transaction of the deployment.
CREATE TABLE process_version (
  tenant_id     uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  process_key   text NOT NULL,
  version       int  NOT NULL,
  definition_id text NOT NULL, -- the engine's

  PRIMARY KEY (tenant_id, process_key, version),
  UNIQUE (tenant_id, definition_id)
);

-- Where an event of the type comes into a version. Older versions keep theirs: what runs by them still waits.
CREATE TABLE trigger (
  tenant_id     uuid    NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  definition_id text    NOT NULL,
  activity_id   text    NOT NULL,
  type          text    NOT NULL,
  starts        boolean NOT NULL, -- else it moves what waits there
  variables     text    NOT NULL, -- names with spaces between them
  keep_seconds  bigint  NOT NULL, -- how long an event waits for somebody to come there

  PRIMARY KEY (tenant_id, definition_id, activity_id),
  FOREIGN KEY (tenant_id, definition_id) REFERENCES process_version (tenant_id, definition_id) ON DELETE CASCADE
);
CREATE INDEX trigger_type ON trigger (tenant_id, type);

-- The rows of the platform's own models belong to tenant millrace, and everybody works by them.
CREATE POLICY shared_is_read_by_all ON process_version FOR SELECT USING (tenant_id = platform_tenant());
CREATE POLICY shared_is_read_by_all ON trigger FOR SELECT USING (tenant_id = platform_tenant());

-- An event that some model waits for and that found nobody. Who looks here and who writes here take the same advisory
-- lock on (tenant, type, subject) first, or each could miss the other.
CREATE TABLE waiting_message (
  tenant_id  uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  event_id   uuid        NOT NULL,
  type       text        NOT NULL,
  subject    text        NOT NULL,
  data       jsonb       NOT NULL,
  expires_at timestamptz NOT NULL,

  PRIMARY KEY (tenant_id, event_id),
  FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id)
);
CREATE INDEX waiting_message_place ON waiting_message (tenant_id, type, subject);
CREATE INDEX waiting_message_end   ON waiting_message (tenant_id, expires_at);

-- Who has taken it: each process instance at most once, however often it comes by.
CREATE TABLE waiting_message_taken (
  tenant_id           uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  event_id            uuid NOT NULL,
  process_instance_id text NOT NULL, -- the engine's

  PRIMARY KEY (tenant_id, event_id, process_instance_id),
  FOREIGN KEY (tenant_id, event_id) REFERENCES waiting_message (tenant_id, event_id) ON DELETE CASCADE
);

-- The event spine: events, one delivery per subscriber, and the dispatch rows that the relay claims.

CREATE TABLE event (
  tenant_id   uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id          uuid        NOT NULL,
  type        text        NOT NULL,
  subject     text        NOT NULL,
  -- The event's place among those of its subject, without gaps, in the order of the commits.
  seq         bigint      NOT NULL,
  occurred_at timestamptz NOT NULL,
  data        jsonb       NOT NULL,
  traceparent text,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, subject, seq),
  CONSTRAINT event_type CHECK (type ~ '^[a-z0-9_]+(\.[a-z0-9_]+)+$')
);

-- Hands out event.seq. Locked (in sorted order) just before the commit and until it, which is what
-- makes the order of the numbers the order of the commits.
CREATE TABLE event_subject (
  tenant_id uuid   NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id        uuid   NOT NULL,
  subject   text   NOT NULL,
  last_seq  bigint NOT NULL,

  PRIMARY KEY (tenant_id, subject),
  UNIQUE (tenant_id, id)
);

-- The truth about who has heard what. JobRunr's rows, which it prunes, never are.
CREATE TABLE event_delivery (
  tenant_id  uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id         uuid        NOT NULL,
  event_id   uuid        NOT NULL,
  subscriber text        NOT NULL,
  kind       text        NOT NULL,
  state      text        NOT NULL,
  attempts   int         NOT NULL DEFAULT 0,
  last_error text,
  created_at timestamptz NOT NULL,
  settled_at timestamptz,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, event_id, subscriber),
  FOREIGN KEY (tenant_id, event_id) REFERENCES event (tenant_id, id),
  CONSTRAINT event_delivery_kind  CHECK (kind IN ('INSIDE', 'EFFECT')),
  CONSTRAINT event_delivery_state CHECK (state IN ('OPEN', 'DONE', 'DEAD'))
);
CREATE INDEX event_delivery_unsettled ON event_delivery (tenant_id, state, created_at) WHERE state <> 'DONE';

-- A dispatch table: ids and due times only, no payload, so no row-level security. The relay reads it
-- for all tenants, then binds the tenant of the row it claimed. A row exists while its delivery is open
-- or dead; a dead one keeps its successors of the same subject waiting until an operator acts.
CREATE TABLE delivery_dispatch (
  tenant_id   uuid        NOT NULL,
  delivery_id uuid        NOT NULL,
  event_id    uuid        NOT NULL,
  subscriber  text        NOT NULL,
  kind        text        NOT NULL,
  subject_id  uuid        NOT NULL,
  seq         bigint      NOT NULL,
  due_at      timestamptz NOT NULL,
  dead        boolean     NOT NULL DEFAULT false,
  -- Set when an effect was handed to the job server: due_at is then when to look whether it got lost.
  job_id      uuid,

  PRIMARY KEY (tenant_id, delivery_id)
);
CREATE INDEX delivery_dispatch_due   ON delivery_dispatch (due_at) WHERE NOT dead;
CREATE INDEX delivery_dispatch_order ON delivery_dispatch (tenant_id, subscriber, subject_id, seq);

-- Questions put to several people in order, and the projection of the engine's open user tasks.

CREATE TABLE approval (
  tenant_id    uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id           uuid        NOT NULL,
  type         text        NOT NULL,
  title        text        NOT NULL,
  reason       text,
  amount_minor bigint      NOT NULL,
  currency     char(3)     NOT NULL,
  requester_id uuid        NOT NULL,
  origin_id    uuid,
  state        text        NOT NULL,
  created_at   timestamptz NOT NULL,
  closed_at    timestamptz,
  version      bigint      NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, requester_id) REFERENCES membership (tenant_id, id),
  FOREIGN KEY (tenant_id, origin_id) REFERENCES approval (tenant_id, id),
  CONSTRAINT approval_amount CHECK (amount_minor > 0),
  CONSTRAINT approval_state CHECK (state IN ('REQUESTED', 'MANAGER', 'REVENUE_ASSURANCE', 'CEO', 'OWNER',
                                             'COMPLETED', 'REJECTED', 'RETURNED', 'RECALLED')),
  CONSTRAINT closed_means_final
    CHECK ((state IN ('COMPLETED', 'REJECTED', 'RETURNED', 'RECALLED')) = (closed_at IS NOT NULL))
);
CREATE INDEX approval_requester ON approval (tenant_id, requester_id, id);

CREATE TABLE approval_gate (
  tenant_id   uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id          uuid        NOT NULL,
  approval_id uuid        NOT NULL,
  name        text        NOT NULL,
  position    int         NOT NULL,
  state       text        NOT NULL,
  -- The group that was asked: the gate's own, or the one it fell to because only the requester was in it.
  asked_group text,
  opened_at   timestamptz,
  decided_by  uuid,
  decided_at  timestamptz,
  comment     text,
  version     bigint      NOT NULL DEFAULT 0,

  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, approval_id, name),
  FOREIGN KEY (tenant_id, approval_id) REFERENCES approval (tenant_id, id),
  FOREIGN KEY (tenant_id, decided_by) REFERENCES membership (tenant_id, id),
  CONSTRAINT approval_gate_name  CHECK (name IN ('MANAGER', 'REVENUE_ASSURANCE', 'CEO', 'OWNER')),
  CONSTRAINT approval_gate_state
    CHECK (state IN ('WAITING', 'OPEN', 'APPROVED', 'REJECTED', 'RETURNED', 'NOT_NEEDED')),
  CONSTRAINT decided_means_by_whom
    CHECK ((state IN ('APPROVED', 'REJECTED', 'RETURNED')) = (decided_by IS NOT NULL AND decided_at IS NOT NULL))
);

-- Lists of ours never read the engine: its user tasks are projected here, in its own transaction.
CREATE TABLE task (
  tenant_id       uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id              uuid        NOT NULL,
  name            text        NOT NULL,
  process_key     text        NOT NULL,
  instance_id     uuid        NOT NULL,
  business_key    text,
  definition_key  text        NOT NULL,
  candidate_group text,
  assignee_id     uuid,
  state           text        NOT NULL,
  created_at      timestamptz NOT NULL,
  closed_at       timestamptz,

  PRIMARY KEY (tenant_id, id),
  CONSTRAINT task_state CHECK (state IN ('OPEN', 'COMPLETED', 'CANCELLED'))
);
CREATE INDEX task_open ON task (tenant_id, candidate_group, id) WHERE state = 'OPEN';
CREATE INDEX task_business_key ON task (tenant_id, business_key) WHERE state = 'OPEN';

-- Lists of ours never read the engine: its process instances are projected here, in its own transactions. What ends
-- stays, so that a model's version by which something ever ran is known after the engine has forgotten it.
CREATE TABLE process_instance (
  tenant_id       uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  id              uuid        NOT NULL,
  process_id      uuid        NOT NULL,
  process_key     text        NOT NULL,
  process_version int         NOT NULL,
  business_key    text,
  -- The instance that called it, whose incident is an incident of its caller too.
  called_by       uuid,
  state           text        NOT NULL,
  incidents       int         NOT NULL DEFAULT 0,
  started_at      timestamptz NOT NULL,
  ended_at        timestamptz,
  end_reason      text,

  PRIMARY KEY (tenant_id, id),
  CONSTRAINT process_instance_state CHECK (state IN ('RUNNING', 'INCIDENT', 'COMPLETED', 'CANCELLED')),
  CONSTRAINT ended_means_when CHECK ((state IN ('COMPLETED', 'CANCELLED')) = (ended_at IS NOT NULL)),
  CONSTRAINT incident_means_some CHECK (state <> 'INCIDENT' OR incidents > 0),
  CONSTRAINT running_means_none CHECK (state <> 'RUNNING' OR incidents = 0)
);
CREATE INDEX process_instance_key ON process_instance (tenant_id, process_key, id);
CREATE INDEX process_instance_subject ON process_instance (tenant_id, business_key, id);
CREATE INDEX process_instance_open ON process_instance (tenant_id, state, id) WHERE state IN ('RUNNING', 'INCIDENT');

-- What an earlier release began; a new database has none of the engine's tables yet.
DO $$
BEGIN
  IF to_regclass('camunda.act_hi_procinst') IS NULL THEN
    RETURN;
  END IF;
  INSERT INTO process_instance (tenant_id, id, process_id, process_key, process_version, business_key, called_by,
                                state, incidents, started_at, ended_at, end_reason)
  SELECT past.tenant_id_::uuid,
         past.id_::uuid,
         regexp_replace(past.proc_def_id_, '^.*:', '')::uuid,
         past.proc_def_key_,
         model.version_,
         past.business_key_,
         past.super_process_instance_id_::uuid,
         CASE WHEN past.end_time_ IS NULL THEN CASE WHEN open.number > 0 THEN 'INCIDENT' ELSE 'RUNNING' END
              WHEN past.state_ = 'COMPLETED' THEN 'COMPLETED'
              ELSE 'CANCELLED' END,
         open.number,
         past.start_time_,
         past.end_time_,
         past.delete_reason_
  FROM camunda.act_hi_procinst past
  JOIN camunda.act_re_procdef model ON model.id_ = past.proc_def_id_
  CROSS JOIN LATERAL (SELECT count(*)::int AS number FROM camunda.act_ru_incident incident
                      WHERE incident.proc_inst_id_ = past.id_) open
  WHERE past.tenant_id_ IS NOT NULL;
END
$$;

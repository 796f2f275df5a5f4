-- A deleted version's number stays taken: audit trail, events and people name versions by key and number, and the engine
-- would give the number of a deleted latest version to the next one.
CREATE TABLE deleted_version (
  tenant_id uuid NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  model_key text NOT NULL, -- of a process or a decision
  highest   int  NOT NULL, -- of those that were deleted

  PRIMARY KEY (tenant_id, model_key)
);

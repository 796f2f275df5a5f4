-- An approval keeps which run of the process it goes through: neither the clock of a node, from which ids are made, nor
-- the order of rows tells that run from others that say they are about it.
ALTER TABLE approval ADD COLUMN instance_id uuid;

-- Of those that are there: the one that began first, for it began in the transaction that made the approval.
UPDATE approval SET instance_id = first.id
FROM (SELECT DISTINCT ON (tenant_id, business_key) tenant_id, business_key, id
      FROM process_instance
      WHERE process_key = 'purchase-approval' AND called_by IS NULL
      ORDER BY tenant_id, business_key, started_at, id) first
WHERE approval.tenant_id = first.tenant_id AND approval.id::text = first.business_key;

ALTER TABLE process_instance DROP COLUMN seq;

-- Steps of processes that wait until their tenant may mail again, in the order in which they came: the older is let
-- through first, and one that has many to mail is not overtaken by those that have few.
CREATE TABLE notice_line (
  tenant_id uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  waiter    text        NOT NULL, -- the engine's job
  seq       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  mails     int         NOT NULL,
  again_at  timestamptz NOT NULL, -- when it comes again

  PRIMARY KEY (tenant_id, waiter)
);
CREATE INDEX notice_line_order ON notice_line (tenant_id, seq);

-- An event that found somebody waits for those who were on their way to it, and for nobody who begins afterwards: the
-- engine's outermost instances. Null is for whoever comes by, since it found nobody.
ALTER TABLE waiting_message ADD COLUMN kept_for text[];

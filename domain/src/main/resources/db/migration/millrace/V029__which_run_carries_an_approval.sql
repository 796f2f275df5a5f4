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

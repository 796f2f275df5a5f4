-- For whoever watches all tenants: that something fails, not what.
ALTER TABLE schedule_dispatch ADD COLUMN failing boolean NOT NULL DEFAULT false;
UPDATE schedule_dispatch d SET failing = true
  FROM schedule s WHERE s.tenant_id = d.tenant_id AND s.id = d.schedule_id AND s.failures > 0;

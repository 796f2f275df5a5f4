-- A member of the asked group who must leave the task to the others: nobody decides their own request, and whoever
-- claimed it would keep the others from deciding it.
ALTER TABLE task ADD COLUMN excluded_id uuid;

UPDATE task SET excluded_id = approval.requester_id
FROM approval
WHERE task.state = 'OPEN' AND approval.tenant_id = task.tenant_id AND approval.id::text = task.business_key;

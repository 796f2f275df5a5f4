-- For counting what a tenant's processes have mailed of late.
CREATE INDEX email_message_recent ON email_message (tenant_id, template, created_at);

-- A mail's id was a hash of what must be unique about it; now it is an id like all others, and this is the rule.
-- Earlier mails are their own causes: what they were made of cannot be told from the hash any more.
ALTER TABLE email_message ADD COLUMN cause_id uuid;
UPDATE email_message SET cause_id = id;
ALTER TABLE email_message
  ALTER COLUMN cause_id SET NOT NULL,
  ADD CONSTRAINT email_message_once UNIQUE (tenant_id, cause_id, template, recipient_id);

-- What a mail said, with people's names and words, is kept only while it may be sent.
UPDATE email_message
SET model = coalesce((SELECT jsonb_object_agg(key, value) FROM jsonb_each(model) WHERE key LIKE '%\_id'), '{}')
WHERE state NOT IN ('QUEUED', 'FAILED');

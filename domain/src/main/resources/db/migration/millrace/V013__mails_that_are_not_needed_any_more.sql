-- A mail that waited until it said nothing true any more is not sent, and says why.
ALTER TABLE email_message
  DROP CONSTRAINT email_message_state,
  ADD CONSTRAINT email_message_state CHECK (state IN ('QUEUED', 'SENT', 'BOUNCED', 'SKIPPED', 'FAILED'));

-- What operators should know of how a delivery ended.
ALTER TABLE event_delivery ADD COLUMN note text;

-- Whoever asks whether a mail still is true needs names, not words.
UPDATE email_message
SET model = model || jsonb_build_object('gate_name', replace(model ->> 'gate', ' ', '_'))
WHERE state IN ('QUEUED', 'FAILED') AND model ? 'gate';
UPDATE email_message m
SET model = m.model || jsonb_build_object('tenant_id', t.id)
FROM tenant t
WHERE m.state IN ('QUEUED', 'FAILED') AND t.slug = m.model ->> 'tenant';

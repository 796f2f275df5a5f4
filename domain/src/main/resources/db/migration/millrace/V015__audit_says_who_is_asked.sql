-- A state names the gate, but not which group was asked there, nor what was answered.
ALTER TABLE audit_entry
  ADD COLUMN asked_group text,
  ADD COLUMN decision    text;

-- Each list of the trail is read by id, the newest or the oldest first: of one subject, or of one action.
DROP INDEX audit_entry_subject;
CREATE INDEX audit_entry_subject ON audit_entry (tenant_id, subject_id, id);
CREATE INDEX audit_entry_action ON audit_entry (tenant_id, action, id);

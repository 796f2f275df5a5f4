-- What a program did with somebody's key is not what they did in person.
ALTER TABLE audit_entry ADD COLUMN api_key_id uuid;

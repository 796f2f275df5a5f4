-- With models of a tenant's own several tasks of one subject can be open at once; which of them decides
-- at a gate is the one that names that use case.
ALTER TABLE task ADD COLUMN completes text;
UPDATE task SET completes = 'decideGate' WHERE definition_key = 'decideRequest';

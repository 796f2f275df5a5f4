-- Which instance about a subject came first is not for the clocks of the nodes to say, from which ids are made.
ALTER TABLE process_instance ADD COLUMN seq bigint GENERATED ALWAYS AS IDENTITY;

-- Effects are taken oldest first, subscriber by subscriber, however many wait.
CREATE INDEX delivery_dispatch_oldest ON delivery_dispatch (subscriber, delivery_id) WHERE kind = 'EFFECT' AND NOT dead;

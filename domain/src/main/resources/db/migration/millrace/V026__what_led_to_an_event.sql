-- Which event led to this one, by way of a process or a subscriber, and how many did one after the other: models that
-- cause each other's events without end are found by it. No foreign key, as it is only read to name them.
ALTER TABLE event
  ADD COLUMN caused_by uuid,
  ADD COLUMN hops      int NOT NULL DEFAULT 0;

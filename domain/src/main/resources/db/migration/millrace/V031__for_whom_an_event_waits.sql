-- An event that found somebody waits for those who were on their way to it, and for nobody who begins afterwards: the
-- engine's outermost instances. Null is for whoever comes by, since it found nobody.
ALTER TABLE waiting_message ADD COLUMN kept_for text[];

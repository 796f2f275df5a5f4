-- Steps of processes that wait until their tenant may mail again, in the order in which they came: the older is let
-- through first, and one that has many to mail is not overtaken by those that have few.
CREATE TABLE notice_line (
  tenant_id uuid        NOT NULL DEFAULT current_tenant() REFERENCES tenant (id),
  waiter    text        NOT NULL, -- the engine's job
  seq       bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
  mails     int         NOT NULL,
  again_at  timestamptz NOT NULL, -- when it comes again

  PRIMARY KEY (tenant_id, waiter)
);
CREATE INDEX notice_line_order ON notice_line (tenant_id, seq);

-- Runs at every start, and says for every table who may do what. Row-level security is ENABLEd, not FORCEd: the
-- owner must be able to dump and to add foreign keys, and no node logs in as it.
-- ${app_role} runs the application and owns nothing; the placeholder is quoted where its name needs that.
-- run ${flyway:timestamp}: a table added by a later migration is covered without a line here.
DO $$
DECLARE
  app regrole := $name$ ${app_role} $name$;
BEGIN
  -- The REVOKEs below would take the owner's own rights, and no later start could migrate any more.
  IF pg_has_role(app, current_user::regrole, 'MEMBER') THEN
    RAISE EXCEPTION 'The application''s role % is, or can become, the owner %: it needs a role of its own.',
      app, current_user;
  END IF;
END
$$;

DO $$
DECLARE
  t text;
  -- Global or dispatch tables, each with its reason in the migration that makes it.
  excused text[] := ARRAY['tenant', 'person', 'signing_key', 'delivery_dispatch', 'schedule_dispatch',
                           'flyway_schema_history'];
BEGIN
  -- Only what has none: both statements lock the table against everybody, and other nodes are at work in it. A
  -- policy that is to become another is changed by a migration of its own.
  FOR t IN SELECT tablename FROM pg_tables
      WHERE schemaname = 'millrace' AND NOT tablename = ANY (excused)
        AND NOT (rowsecurity AND EXISTS (SELECT FROM pg_policies p WHERE p.schemaname = 'millrace'
                                         AND p.tablename = pg_tables.tablename AND p.policyname = 'tenant_only')) LOOP
    EXECUTE format('ALTER TABLE millrace.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('DROP POLICY IF EXISTS tenant_only ON millrace.%I', t);
    -- The sub-select makes the planner ask once per statement instead of once per row.
    EXECUTE format('CREATE POLICY tenant_only ON millrace.%I USING (tenant_id = (SELECT millrace.current_tenant()))', t);
  END LOOP;
END
$$;

GRANT USAGE ON SCHEMA millrace TO ${app_role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA millrace TO ${app_role};
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA millrace TO ${app_role};
REVOKE ALL ON flyway_schema_history FROM ${app_role};
-- Append-only, even for a bug of ours.
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry FROM ${app_role};
REVOKE UPDATE, DELETE, TRUNCATE ON event FROM ${app_role};
REVOKE DELETE, TRUNCATE ON tenant, person, signing_key FROM ${app_role};

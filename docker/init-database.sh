#!/bin/bash
# Makes the database and the two logins, once, when the volume is empty: the owner migrates, the application's login
# owns nothing. The passwords come from the environment and not as arguments, which anybody could list.
set -euo pipefail
psql --no-psqlrc --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv owner_password OWNER_PASSWORD
\getenv application_password APPLICATION_PASSWORD
CREATE ROLE millrace_owner LOGIN PASSWORD :'owner_password';
CREATE ROLE millrace_app LOGIN PASSWORD :'application_password';
CREATE DATABASE millrace OWNER millrace_owner;
REVOKE ALL ON DATABASE millrace FROM PUBLIC;
GRANT CONNECT ON DATABASE millrace TO millrace_app;
SQL

"""All SQL: schema, sessions, migrations, journal, reading queries."""

"""What was found becomes an atlas: the only folder that speaks to DuckDB and SQLite."""

"""Drafts: events in the making, from dated clauses, from acts of the day and from the occasion of the paper itself."""

"""The whole flow on one page: read -> extract -> locate -> merge -> save."""

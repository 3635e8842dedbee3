"""Parts of a page that own their own state: filter bar, linked views, excerpt panel."""

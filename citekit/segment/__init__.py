"""Note text to Citations: what cites, what introduces, what only talks."""

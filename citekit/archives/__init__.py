"""Archive identifiers, one file per scheme, and the table of repositories."""

"""Works that are the same, and why: keys, vetoes, merging."""

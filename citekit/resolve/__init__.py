"""References to works: ibid., short forms, abbreviations; one answer or none."""

"""Works to CSL-JSON, BibTeX, BibLaTeX, RIS."""

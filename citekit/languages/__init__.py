"""The words of each language, as data: one file per language."""

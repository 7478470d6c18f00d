"""citekit turns the typed notes of a thesis into a bibliography and back into notes in any style."""

__version__ = "0.1.0"

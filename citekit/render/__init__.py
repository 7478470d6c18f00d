"""Rendering notes and bibliographies in citation styles, on citeproc-py's styles and locales."""

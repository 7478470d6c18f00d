"""Citation to Reference: one grammar per convention of citing."""

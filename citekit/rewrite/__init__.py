"""The document again, with citation commands in place of its typed notes, or its notes set in a style."""

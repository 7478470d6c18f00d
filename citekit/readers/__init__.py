"""Source file to Document, one file per format."""

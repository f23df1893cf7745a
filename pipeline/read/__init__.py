"""Read: take the text out of the raw files, whatever their format and encoding."""

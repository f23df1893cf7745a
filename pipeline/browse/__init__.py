"""Writes the page on which people dig: one file, from a theme down to the passage in the raw file."""

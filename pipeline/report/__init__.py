"""Writes the document that people read: PDF, its pages as pictures, and tables."""

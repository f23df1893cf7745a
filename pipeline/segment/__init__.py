"""Segment: drop furniture, find where articles start and end, their headlines, and near-duplicates."""

"""Themeline: a folder of messy documents into a report on how themes rose and fell over the years."""

"""The certificate: what the themes and the intervals are worth at a corpus's own size, by simulation."""

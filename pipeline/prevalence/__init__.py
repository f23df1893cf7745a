"""Each theme's share of a year with honest intervals, what changed, and the sums of money in context."""

"""Date: what is known of each article's date, as a distribution over days with the evidence in words."""

"""Topics: many Gibbs chains of LDA, aligned into topics that persist and grouped into themes for readers."""

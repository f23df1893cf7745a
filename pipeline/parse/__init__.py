"""Parse: words, sentences and candidate names, in the one spaCy pass over the text."""

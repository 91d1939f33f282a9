"""Language: text to words, with the lexicon; normalisation; theme dictionaries."""

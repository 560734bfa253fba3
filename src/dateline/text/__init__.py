"""Text and the words for it: spans, sentences, ids and titles made of words, the word lists under `data/`."""

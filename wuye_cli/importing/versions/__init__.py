"""Two versions of one document: what is new in the later one, what has changed, what is gone."""

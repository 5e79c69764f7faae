"""A batch of drafts: their names, and the list of what became of each."""

"""Frames + a lexicon → parallel headings and title couplets for topics, ranked by balance."""

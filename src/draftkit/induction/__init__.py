"""Patterns induced from siblings: headings, points and clauses in, fixed words and named slots out."""

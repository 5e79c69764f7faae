"""A speech to facts: what compose needs to print it again."""

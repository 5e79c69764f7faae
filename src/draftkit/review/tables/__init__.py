"""Tables of words that the rules of review look for."""

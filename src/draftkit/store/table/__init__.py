"""Tables of offices ⇄ the facts of many streets."""

"""Rows of inlines while they are put together."""

from draftkit.tree import Filled, Inline, Inlines, Text
from draftkit.zh.sentence import clause


def put(inlines: list[Inline], words: str, origin: Filled) -> None:
    """Add words to inlines; they go on in the last one where that is of the same origin."""
    last = inlines[-1] if inlines else None
    if isinstance(last, Text) and last.origin is origin:
        inlines[-1] = Text(last.text + words, origin)
    elif words:
        inlines.append(Text(words, origin))


def trimmed(inlines: Inlines) -> Inlines:
    """Return the inlines without the stop or comma at their end, ready to stand within a sentence."""
    for end in range(len(inlines), 0, -1):
        last = inlines[end - 1]
        if not isinstance(last, Text):
            return inlines[:end]
        text = clause(last.text)
        if text:
            return inlines[:end] if text == last.text else (*inlines[: end - 1], Text(text, last.origin))
    return ()

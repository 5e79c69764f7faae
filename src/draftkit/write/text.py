"""Plain text: one printed paragraph a line."""

import re

from draftkit.lines import lines_of
from draftkit.tree import Document, Speech
from draftkit.write.characters import refuse

# UTF-8 has no form for half of a surrogate pair, and for nothing else.
_UNWRITABLE = re.compile("[\ud800-\udfff]")


def write_text(document: Document) -> bytes:
    """Return the document in UTF-8, lines ended by "\\n", one empty line between two speeches.

    The halves of a title stand on one line, with one space between them. Raises CannotWrite for a
    lone surrogate.
    """
    printed = "\n".join(_print(speech) for speech in document.speeches)
    refuse(_UNWRITABLE, [printed])
    return printed.encode()


def _print(speech: Speech) -> str:
    lines = lines_of(speech)
    title = [line.text for line in lines if line.role == "title"]
    below = [line.text for line in lines if line.role != "title"]
    head = [" ".join(title)] if title else []
    return "".join(text + "\n" for text in head + below)

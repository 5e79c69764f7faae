"""Plain text: one printed paragraph a line."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from draftkit.lines import Line, lines_of
from draftkit.tree import Document
from draftkit.write.characters import refuse

if TYPE_CHECKING:
    from draftkit.write.look import Look

# UTF-8 has no form for half of a surrogate pair, and for nothing else.
_UNWRITABLE = re.compile("[\ud800-\udfff]")


def write_text(document: Document, look: "Look | None" = None) -> bytes:
    """Return the document in UTF-8, lines ended by "\\n", one empty line between two speeches.

    The halves of a title stand on one line, with one space between them; byline and date stand in the order
    of the look. Raises CannotWrite for a
    lone surrogate.
    """
    printed = "\n".join(
        _print(look.ordered(lines) if look else lines) for lines in map(lines_of, document.speeches)
    )
    refuse(_UNWRITABLE, [printed])
    return printed.encode()


def _print(lines: Sequence[Line]) -> str:
    title = [line.text for line in lines if line.role == "title"]
    below = [line.text for line in lines if line.role != "title"]
    head = [" ".join(title)] if title else []
    return "".join(text + "\n" for text in head + below)

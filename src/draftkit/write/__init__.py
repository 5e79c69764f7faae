"""Writers: the document tree to the bytes of a file, one writer a suffix."""

from typing import TYPE_CHECKING

from draftkit.errors import CannotWrite, Problem
from draftkit.messages import _
from draftkit.tree import Document

if TYPE_CHECKING:
    from draftkit.write.look import Look


def _docx(document: Document, look: "Look | None") -> bytes:
    from draftkit.write.docx import write_docx

    return write_docx(document, look)


def _text(document: Document, look: "Look | None") -> bytes:
    from draftkit.write.text import write_text

    return write_text(document, look)


# Each writer is imported when it is first asked for, so that the command line starts fast.
WRITERS = {".docx": _docx, ".txt": _text}


def write(document: Document, suffix: str, look: "Look | None" = None) -> bytes:
    """Return the document as the bytes of a file whose name ends in `suffix` (".docx", ".txt").

    Without a look it is laid out by GB/T 9704; plain text has only the order of the head from it. The same
    document in the same look gives the same bytes. Raises CannotWrite for a suffix that has no writer, and
    for a character that the format cannot hold.
    """
    writer = WRITERS.get(suffix.lower())
    if writer is None:
        message = _("A draft cannot be written as “{suffix}”.").format(suffix=suffix)
        advice = _("Let the file's name end in one of these: {suffixes}").format(suffixes="、".join(WRITERS))
        raise CannotWrite([Problem(None, message, advice)])
    return writer(document, look)

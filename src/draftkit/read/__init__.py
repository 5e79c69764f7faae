"""Readers: the bytes of a file to the document tree, each file read by what it holds, whatever it is called."""

from typing import NamedTuple

from draftkit.errors import CannotRead, Place, Problem
from draftkit.messages import _
from draftkit.read.places import Places
from draftkit.read.source import Source
from draftkit.tree import Document

SUFFIXES = (".txt", ".md", ".markdown", ".docx", ".pdf")
"""How the files that can be read end."""

CONVERTED = (".doc", ".wps", ".rtf", ".odt")
"""How the files end that a word processor must make a .docx of first."""

_WORD_XML = (
    b"http://schemas.microsoft.com/office/2006/xmlPackage",
    b"http://schemas.microsoft.com/office/word/2003/wordml",
)
_HEAD = 2000


class Reading(NamedTuple):
    """A document that was read, and what the user should know of the reading."""

    document: Document
    notes: tuple[str, ...] = ()


def read(raw: bytes, name: str) -> Reading:
    """Return the document of a file's bytes; `name` is what the file is called, with its ending.

    Raises CannotRead for bytes that hold no text of a known kind.
    """
    return read_with_places(raw, name)[0]


def read_with_places(raw: bytes, name: str) -> tuple[Reading, Places]:
    """Return the document of a file's bytes, as `read` does, and the places of its characters in the file."""
    from draftkit.read.structure import structure
    from draftkit.read.unwrap import unwrap

    source = source_of(raw, name)
    source = source if source.styled else unwrap(source)
    notes = source.notes if source.rows else (*source.notes, _("there are no words in it"))
    return Reading(structure(source), notes), Places(source, lambda: _text_of(raw, name))


def _text_of(raw: bytes, name: str) -> str | None:
    """The characters of a plain text as its file has them, None for another kind of file."""
    from draftkit.read.text import read_characters

    return None if raw.startswith((b"PK", b"\xd0\xcf\x11\xe0", b"%PDF")) else read_characters(raw, name)[0]


def source_of(raw: bytes, name: str) -> Source:
    """Return the text and the rows of a file's bytes; raises CannotRead."""
    # Each reader is imported when it is first asked for, so that the command line starts fast.
    if raw.startswith((b"PK", b"\xd0\xcf\x11\xe0")):
        from draftkit.read.docx import read_docx

        return read_docx(raw, name)
    if any(sign in raw[:_HEAD].replace(b"\0", b"") for sign in _WORD_XML):
        message, advice = (
            _("this is a Word document in one XML file"),
            _("Open it in WPS or Word and save it as .docx"),
        )
        raise CannotRead([Problem(Place(name), message, advice)])
    if raw.startswith(b"%PDF"):
        from draftkit.read.pdf import read_pdf

        return read_pdf(raw, name)
    if name.lower().endswith((".md", ".markdown")):
        from draftkit.read.markdown import read_markdown

        return read_markdown(raw, name)
    from draftkit.read.leftovers import is_markdown
    from draftkit.read.text import read_text_source

    try:
        source = read_text_source(raw, name)
    except CannotRead as error:
        if not (raw.strip() and name.lower().endswith((".docx", ".pdf"))):
            raise
        message = _("this is no {suffix} file, or it is damaged").format(suffix=name.rpartition(".")[2])
        advice = _("Open it with the program that it comes from, and save it anew")
        raise CannotRead([Problem(Place(name), message, advice)]) from error
    if is_markdown(source.text):
        from draftkit.read.markdown import read_markdown

        return read_markdown(raw, name)
    return source

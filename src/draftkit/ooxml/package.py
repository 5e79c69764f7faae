"""The package of a Word document: its main part, and those that belong to it by their relations."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element

from draftkit.errors import CannotRead
from draftkit.messages import _
from draftkit.ooxml.archive import Archive, locked
from draftkit.ooxml.markup import MOST_TAGS, parse, refuse, tags_in, too_large

LARGEST = 100_000_000
"""Bytes that all parts may have together when unpacked (ours)."""
LARGEST_TEXT = 50_000_000
"""Bytes that a part of it may have that is read (ours): a book of a million characters has less."""
MOST_PARTS = 2_000
"""Parts that a package may have (ours); a document with hundreds of pictures has some hundred."""

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How a file of an old kind begins, and one that is protected by a password."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What only the second of them holds."""


class Package(Archive):
    """The parts of a .docx by their names, and those that belong to the main one by their kinds."""

    def __init__(self, raw: bytes) -> None:
        _refuse_others(raw)
        super().__init__(BytesIO(raw), LARGEST_TEXT)
        self._tags = 0
        if len(self) > MOST_PARTS or self.size > LARGEST:
            raise too_large()
        self.main = self._main_name()
        self._relations = self.relations(self.main)
        self._related = self.first_of_each_kind(self.main)

    def related(self, kind: str) -> bytes | None:
        """Return the part that the main one names as its styles, numbering, comments, footnotes …"""
        name = self._related.get(kind)
        return None if name is None else self.part(name)

    def all_related(self, kind: str) -> Iterator[bytes]:
        """Yield all parts of a kind that the main one names, as its headers, each once."""
        names = dict.fromkeys(one.target for one in self._relations if one.kind == kind and not one.external)
        for raw in map(self.part, names):
            if raw is not None:
                yield raw

    def parsed(self, raw: bytes) -> Element:
        """Return the root of a part; raises CannotRead, also where all that were parsed have too many tags."""
        self._tags += tags_in(raw)
        if self._tags > MOST_TAGS:
            raise too_large()
        return parse(raw)

    def _main_name(self) -> str:
        name = self.first_of_each_kind("").get("officeDocument", "word/document.xml")
        if name not in self:
            raise no_text()
        return name


def no_text() -> CannotRead:
    """Return the error for a zip that is whole, but no Word document."""
    return refuse(_("this is no Word document (.docx): it holds no text part"), _save_as_docx())


def _save_as_docx() -> str:
    return _("Open it in WPS or Word and save it as .docx")


def _refuse_others(raw: bytes) -> None:
    if not raw:
        raise refuse(_("the file is empty"), _("Is it the right file?"))
    if raw.startswith(OLE):
        if LOCKED in raw:
            raise locked()
        raise refuse(_("this is a document of an old kind (.doc or .wps)"), _save_as_docx())
    if not raw.startswith(b"PK"):
        raise refuse(_("this is no Word document (.docx)"), _save_as_docx())

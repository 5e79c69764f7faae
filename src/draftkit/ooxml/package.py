"""The package: a zip, checked before anything of it is unpacked, and its parts found by their relations."""

import posixpath
import zipfile
from io import BytesIO
from typing import NamedTuple

from draftkit.errors import CannotRead
from draftkit.messages import _
from draftkit.ooxml.markup import damaged, parse, refuse, too_large

LARGEST = 100_000_000
"""Bytes that all parts may have together when unpacked (ours)."""
MOST_PARTS = 2_000
"""Parts that a package may have (ours); a document with hundreds of pictures has some hundred."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED = 0x1  # a zip's flag bit
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the format has no others


class Relation(NamedTuple):
    """What a part says of another: under which id, as what kind, where it is; `external` is out of the file."""

    id: str
    kind: str
    target: str
    external: bool


class Package:
    """The parts of a .docx by their names, and those that belong to the main one by their kinds."""

    def __init__(self, raw: bytes) -> None:
        self._zip = _open(raw)
        self._parts = _checked(self._zip)
        self.main = self._main_name()
        self._related = self._first_of_each_kind(self.main)

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where it is not there."""
        member = self._parts.get(_key(name))
        if member is None:
            return None
        try:
            return self._zip.read(member)
        except Exception as error:  # zipfile raises a dozen kinds on broken bytes, not all of them told
            raise damaged() from error

    def related(self, kind: str) -> bytes | None:
        """Return the part that the main one names as its styles, numbering, comments, footnotes …"""
        name = self._related.get(kind)
        return None if name is None else self.part(name)

    def relations(self, name: str) -> tuple[Relation, ...]:
        """Return the relations of a part, "" for those of the package, in their order."""
        folder, file = posixpath.split(name)
        raw = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = []
        for one in () if raw is None else parse(raw):
            external, target = one.get("TargetMode") == "External", one.get("Target", "")
            target = target if external else posixpath.join("/", folder, target)
            found.append(Relation(one.get("Id", ""), one.get("Type", "").rpartition("/")[2], target, external))
        return tuple(found)

    def _main_name(self) -> str:
        name = self._first_of_each_kind("").get("officeDocument", "word/document.xml")
        if _key(name) not in self._parts:
            raise no_text()
        return name

    def _first_of_each_kind(self, name: str) -> dict[str, str]:
        return {one.kind: one.target for one in reversed(self.relations(name)) if not one.external}


def no_text() -> CannotRead:
    """Return the error for a zip that is whole, but no Word document."""
    return refuse(_("this is no Word document (.docx): it holds no text part"), _save_as_docx())


def _save_as_docx() -> str:
    return _("Open it in WPS or Word and save it as .docx")


def _open(raw: bytes) -> zipfile.ZipFile:
    if not raw:
        raise refuse(_("the file is empty"), _("Is it the right file?"))
    if raw.startswith(_OLE):
        if _LOCKED in raw:
            raise _locked()
        raise refuse(_("this is a document of an old kind (.doc or .wps)"), _save_as_docx())
    if not raw.startswith(b"PK"):
        raise refuse(_("this is no Word document (.docx)"), _save_as_docx())
    try:
        return zipfile.ZipFile(BytesIO(raw))
    except Exception as error:  # zipfile raises a dozen kinds on broken bytes, not all of them told
        raise damaged() from error


def _checked(package: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    members = package.infolist()
    # A member never unpacks to more than its header declares: zipfile stops there and the checksum fails.
    if len(members) > MOST_PARTS or sum(member.file_size for member in members) > LARGEST:
        raise too_large()
    parts = {_key(member.filename): member for member in members}
    if len(parts) < len(members) or any(member.compress_type not in _PLAIN_METHODS for member in members):
        raise damaged()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise _locked()
    return parts


def _locked() -> CannotRead:
    return refuse(
        _("the file is protected by a password"), _("Open it in WPS or Word and save it without a password")
    )


def _key(name: str) -> str:
    # Names of parts are told apart without case; some programs write \ for /.
    return posixpath.normpath(posixpath.join("/", name.replace("\\", "/"))).lower()

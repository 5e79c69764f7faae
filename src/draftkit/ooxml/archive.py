"""A zip of XML parts, checked before anything of it is unpacked; its parts by their names."""

import posixpath
import zipfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from draftkit.errors import CannotRead
from draftkit.messages import _
from draftkit.ooxml.markup import bomb, damaged, parse, refuse

PIECE = 16_384
"""Bytes of a part that are unpacked at once (ours): few rows of short references to long texts, and more is not
faster."""

LARGEST_PART = 100_000_000
"""Bytes of a part that is taken whole (ours)."""

LARGEST_DIRECTORY = 1_000_000
"""Bytes that the directory of a package may have (ours): of 2,000 parts it has a third."""

_ENCRYPTED = 0x1  # a zip's flag bit
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the format has no others


class Relation(NamedTuple):
    """What a part says of another: under which id, as what kind, where it is; `external` is out of the file."""

    id: str
    kind: str
    target: str
    external: bool


class Archive:
    """The parts of a package. `size` is what they have together when unpacked, `packed` what they have in the
    zip, both as declared: no part ever unpacks to more. Who opens one sets its bounds.

    Raises CannotRead: for what is no zip, for one that holds two parts of one name or of other methods than the
    format has, and for one that is protected by a password.
    """

    def __init__(self, file: IO[bytes], largest_part: int = LARGEST_PART) -> None:
        self._largest_part = largest_part
        self._zip = _open(file)
        self._parts = _checked(self._zip)
        # zipfile stops at the declared size of a member, and its checksum fails then.
        self.size = sum(member.file_size for member in self._parts.values())
        self.packed = sum(member.compress_size for member in self._parts.values())

    def __len__(self) -> int:
        return len(self._parts)

    def __contains__(self, name: str) -> bool:
        return _key(name) in self._parts

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, as they are spelled, in their order."""
        return tuple(member.filename for member in self._parts.values())

    def spelled(self, name: str) -> str:
        """Return the name of a part as it is spelled, for a new one as a zip has names."""
        member = self._parts.get(_key(name))
        return name.removeprefix("/") if member is None else member.filename

    def part(self, name: str) -> bytes | None:
        """Return the bytes of a part, None where it is not there; raises CannotRead, also for a large one."""
        member = self._parts.get(_key(name))
        if member is None:
            return None
        if member.file_size > self._largest_part:
            raise bomb()
        return b"".join(self.pieces(name))

    def pieces(self, name: str) -> Iterator[bytes]:
        """Yield the bytes of a part piece by piece; raises CannotRead."""
        try:
            with self._zip.open(self._parts[_key(name)]) as member:
                while piece := member.read(PIECE):
                    yield piece
        except Exception as error:  # zipfile raises a dozen kinds on broken bytes, not all of them told
            raise damaged() from error

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

    def first_of_each_kind(self, name: str) -> dict[str, str]:
        """Return the parts that a part names within the package, by their kinds."""
        return {one.kind: one.target for one in reversed(self.relations(name)) if not one.external}


def locked() -> CannotRead:
    """Return the error for a file that nobody can read without its password."""
    return refuse(
        _("the file is protected by a password"), _("Open it in WPS or Office and save it without a password")
    )


class _Guarded:
    """A file of which at most so much is read at once as a directory may have: zipfile takes the directory in
    one go, and makes an object of each entry, before anybody can count them; of members it reads pieces."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.seek, self.tell, self.seekable = file.seek, file.tell, file.seekable

    def read(self, size: int = -1) -> bytes:
        if size > LARGEST_DIRECTORY:
            raise too_many()
        return self._file.read(size)


def too_many() -> CannotRead:
    """Return the error for a package with more parts than any office program makes."""
    return refuse(_("the file has too many parts"), _("Is it the right file? Save it anew, or split it"))


def _open(file: IO[bytes]) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(_Guarded(file))
    except CannotRead:
        raise
    except Exception as error:  # zipfile raises a dozen kinds on broken bytes, not all of them told
        raise damaged() from error


def _checked(package: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    members = package.infolist()
    parts = {_key(member.filename): member for member in members}
    if len(parts) < len(members) or any(member.compress_type not in _PLAIN_METHODS for member in members):
        raise damaged()
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise locked()
    return parts


def _key(name: str) -> str:
    # Names of parts are told apart without case; some programs write \ for /.
    return posixpath.normpath(posixpath.join("/", name.replace("\\", "/"))).lower()

"""Reads text files strictly, and writes files whole or not at all, never over another unasked."""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path

from draftkit.errors import CannotRead, CannotWrite, Place, Problem
from draftkit.messages import _
from draftkit.opening import refusals_told, said, unreadable
from draftkit.part import begun, sweep
from draftkit.zh.decode import decode

MOST_NUMBERS = 1000
LARGEST = 20_000_000
"""Bytes that a facts file may have (ours)."""

_DEVICES = frozenset(
    ("CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "123456789¹²³"))
)
"""What Windows takes for a device, whatever ending it has."""

_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)
"""Variation selectors, fillers and the like: they count as printable, and print nothing (规定: Unicode)."""

_OTHERS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"{\\rtf")
"""How files of Word, Excel, WPS, PDF and RTF begin."""


def read_bytes(path: Path, most: int = LARGEST) -> bytes:
    """Return the bytes of a file that has at most `most`; raises CannotRead."""
    with refusals_told(path), path.open("rb") as file:
        raw = file.read(most + 1)
    if len(raw) > most:
        message = _("the file is larger than {n} bytes").format(n=most)
        raise unreadable(path, message, _("Is it the right file?"))
    return raw


def read_text(path: Path, wanted: str = "", most: int = LARGEST) -> str:
    """Return the text of a file of `most` bytes at most, in UTF-8, UTF-16 with its mark, or GB18030.

    Raises CannotRead; `wanted` is the advice where it is no text, by default to give a facts file.
    """
    return read_encoded(path, wanted, most)[0]


def read_encoded(path: Path, wanted: str = "", most: int = LARGEST) -> tuple[str, str]:
    """Return the text of a file, as `read_text` does, and its encoding; raises CannotRead."""
    raw = read_bytes(path, most)
    if raw.startswith(_OTHERS):
        message = _("this is a Word, Excel or PDF file, not text")
        wanted = wanted or _("Give a facts file (.yaml, .json); draftkit form writes one")
        raise unreadable(path, message, wanted)
    try:
        return decode(raw)
    except UnicodeDecodeError as error:
        message = _("byte {n} is no text in UTF-8 or GB18030").format(n=error.start + 1)
        raise unreadable(path, message, _("Save the file as UTF-8")) from error


@contextmanager
def placed_in(path: Path) -> Iterator[None]:
    """Let the problems of reading a file, or of writing what was read, name its path."""
    try:
        yield
    except (CannotRead, CannotWrite) as error:
        raise type(error)(
            problem._replace(place=(problem.place or Place(""))._replace(file=str(path)))
            for problem in error.problems
        ) from error


def save(path: Path, content: bytes, overwrite: bool = False, flush: bool = True) -> Path:
    """Write a file, and return its path. A file with the same bytes counts as written.

    Without `flush` it may be lost if the power fails within seconds; who writes many flushes them at the end.
    Raises CannotWrite where another file is there and `overwrite` is not given, or the disk refuses.
    """
    try:
        _tidied(path.parent.absolute())
        refuse_other(path, content, overwrite)
        if path.exists() and not overwrite:
            return path
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, content, flush)
    except OSError as error:
        message = _("the file cannot be written: {error}").format(error=said(error))
        raise CannotWrite([Problem(Place(str(path)), message, _("Choose another folder"))]) from error
    return path


def refuse_other(path: Path, content: bytes, overwrite: bool = False) -> None:
    """Raise CannotWrite where a folder, a pipe or a device is there, or a file with other bytes that may not be
    replaced; one that nobody may write to never may."""
    if path.is_dir():
        raise _refused(path, _("this is a folder"), _("Name a file"))
    if not path.exists():
        return
    if not path.is_file():
        raise _refused(path, _("this is a pipe or a device, not a file"), _("Name a file"))
    if _same(path, content):
        return
    if not overwrite:
        raise _refused(path, _("the file is there already"), _("Choose another name, or add --overwrite"))
    if not path.stat().st_mode & 0o222:
        raise _refused(path, _("the file is read-only"), _("Choose another name, or let it be written to"))


def _refused(path: Path, message: str, advice: str) -> CannotWrite:
    return CannotWrite([Problem(Place(str(path)), message, advice)])


def refuse_input(path: Path, inputs: Iterable[Path]) -> None:
    """Raise CannotWrite where what is to be written is one of the files that are read, by whatever path."""
    if path.exists() and any(one.exists() and path.samefile(one) for one in inputs):
        raise CannotWrite([Problem(Place(str(path)), _("this is what is read"), _("Name another file"))])


def save_beside(folder: Path, name: str, suffix: str, content: bytes) -> Path:
    """Write a file into a folder under a name that is free: 名.docx, 名（2）.docx …; returns its path.

    A file with the same bytes is found again instead of written twice. Raises CannotWrite.
    """
    for number in range(1, MOST_NUMBERS):
        path = folder / f"{name}{f'（{number}）' if number > 1 else ''}{suffix}"
        if not path.exists() or _same(path, content):
            return save(path, content)
    raise CannotWrite([Problem(Place(str(folder)), _("too many files of one name"), _("Clear the folder"))])


def remove(path: Path) -> None:
    """Delete a file; raises CannotWrite."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        message = _("the file cannot be deleted: {error}").format(error=said(error))
        raise CannotWrite(
            [Problem(Place(str(path)), message, _("Close it elsewhere, and try again"))]
        ) from error


def safe_name(name: str, most: int = 80) -> str:
    """Return a file name that every system takes: no path characters, no controls or marks that nobody sees, no
    name that Windows keeps to itself, `most` bytes at most (ours)."""
    seen = _UNSEEN.sub("", name)
    kept = "".join(c for c in seen if c.isprintable() and c not in '\\/:*?"<>|').strip(" .")
    if kept.partition(".")[0].rstrip().upper() in _DEVICES:
        kept = f"_{kept}"
    while len(kept.encode()) > most:
        kept = kept[:-1].rstrip(" .")
    return kept or "draft"


def _same(path: Path, content: bytes) -> bool:
    with suppress(OSError):
        return path.is_file() and path.stat().st_size == len(content) and path.read_bytes() == content
    return False


@lru_cache(maxsize=1000)
def _tidied(folder: Path) -> None:
    """Sweep a folder before the first file is written into it."""
    sweep(folder)


def _replace(path: Path, content: bytes, flush: bool) -> None:
    mode = path.stat().st_mode & 0o777 if path.exists() else 0o666
    with begun(path.parent, mode) as (name, handle):
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            if flush:
                os.fsync(file.fileno())
            if sys.platform != "win32":  # still locked; Windows moves no open file
                name.replace(path)
        if sys.platform == "win32":
            name.replace(path)

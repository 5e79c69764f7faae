"""The files of a batch in its folder, and the account of them, so that a run that was broken off can go on.

What is written is entered first: a line in the begun manifest, then the file. So of each file that is there it
is known of what it was made, whenever the run was broken off. At the end it becomes the manifest.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from draftkit.batch.manifest import Entry, entries_in, line_of, manifest_of
from draftkit.batch.record import Decision, Record, decided
from draftkit.errors import CannotRead, CannotWrite, Place, Problem
from draftkit.files import read_bytes, remove, save
from draftkit.folder import flushed, held
from draftkit.messages import _
from draftkit.opening import said

MANIFEST = "manifest.csv"
BEGUN, BEFORE = ".draftkit-begun.csv", ".draftkit-before.csv"
"""The manifest of a run under way, and the entries of the runs before it."""

LARGEST_MANIFEST = 200_000_000


class Dossier:
    """The folder of a batch while it is held."""

    def __init__(self, folder: Path, record: Record, begun: BinaryIO, overwrite: bool) -> None:
        self.folder = folder
        self._record, self._begun, self._overwrite = record, begun, overwrite

    def decide(self, file: str, facts: Callable[[], str]) -> Decision | None:
        """Return what becomes of a draft made of facts with this digest, which is asked for only where a file
        is there; None where that is another's."""
        digest = "" if self._overwrite else _digest(self.folder / file)
        return decided(self._record, file, facts() if digest else "", digest)

    def enter(self, entry: Entry) -> None:
        """Note what became of a draft that is not written now; raises CannotWrite."""
        with _refusals_told(self.folder / BEGUN):
            self._begun.write(line_of(entry).encode())

    def put(self, entry: Entry, content: bytes) -> None:
        """Note a draft and write its file; raises CannotWrite."""
        self.enter(entry)
        with _refusals_told(self.folder / BEGUN):
            self._begun.flush()
        save(self.folder / entry.file, content, overwrite=True, flush=False)

    def put_list(self, stem: str, suffix: str, content: bytes) -> Path:
        """Write a list that goes with the drafts, beside one that was changed by hand; return its path."""
        digest = sha256(content).hexdigest()
        number, file = 1, f"{stem}{suffix}"
        while not (decision := self.decide(file, lambda: digest)) or decision.fate == "edited":
            number += 1
            file = f"{stem}（{number}）{suffix}"
        self.put(Entry(0, "", "已写", file, digest=digest, facts=digest), content)
        return self.folder / file


@contextmanager
def dossier(folder: Path, resumed: bool, overwrite: bool) -> Iterator[Dossier]:
    """Hold a folder for a batch. When it ends well the manifest is there, else all that is needed to go on.

    Raises CannotWrite where a batch is in the folder already and shall be neither resumed nor overwritten.
    """
    with held(folder):
        record = Record(_entries(folder, resumed, overwrite))
        with _opened(folder / BEGUN) as begun:
            yield Dossier(folder, record, begun, overwrite)
        flushed()
        with _refusals_told(folder / MANIFEST):
            (folder / BEGUN).replace(folder / MANIFEST)
        remove(folder / BEFORE)


def _entries(folder: Path, resumed: bool, overwrite: bool) -> list[Entry]:
    """Return the entries of former runs, put into one file first: it is there until the manifest is."""
    there = [folder / name for name in (MANIFEST, BEFORE, BEGUN) if (folder / name).exists()]
    if there and not (resumed or overwrite):
        message = _("a batch is in this folder already")
        advice = _("Add --resume to go on with it, --overwrite to begin anew, or name another folder")
        raise CannotWrite([Problem(Place(str(folder)), message, advice)])
    entries = [entry for path in there for entry in entries_in(_text(path))]
    if there:
        save(folder / BEFORE, manifest_of(dict.fromkeys(entries)).encode(), overwrite=True)
        remove(folder / BEGUN)
    return entries


def _text(path: Path) -> str:
    return read_bytes(path, LARGEST_MANIFEST).decode(errors="replace")


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    remove(path)
    with _refusals_told(path):
        file = path.open("xb")  # never through a link
    try:
        with _refusals_told(path):
            file.write(manifest_of(()).encode())
        yield file
        with _refusals_told(path):
            file.flush()
    finally:
        with suppress(OSError):
            file.close()


@contextmanager
def _refusals_told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        message = _("the file cannot be written: {error}").format(error=said(error))
        advice = _("Close it elsewhere, and try again")
        raise CannotWrite([Problem(Place(str(path)), message, advice)]) from error


def _digest(path: Path) -> str:
    with suppress(CannotRead):
        return sha256(read_bytes(path)).hexdigest()
    return ""

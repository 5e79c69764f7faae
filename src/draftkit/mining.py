"""Opens files and mines them: past speeches in, a folder of frames out."""

import pickle
from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import closing, suppress
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from draftkit.errors import CannotRead, CannotWrite, DraftkitError, Place, Problem
from draftkit.executing import in_order, room_in
from draftkit.files import read_bytes, read_text, refuse_input, remove, save
from draftkit.frame import KINDS, Frame, id_of
from draftkit.library import LEXICON, MINED_LEXICON, Library, lexicon_of, put_schema
from draftkit.messages import _
from draftkit.mine.gather import Finds, Gatherer, library_of
from draftkit.mine.learn import Learned
from draftkit.mine.merge import Key
from draftkit.mine.pairs import Names, names_of
from draftkit.mine.shelf import LIST, Digests, Entry, compared, digest, read_list, write_list
from draftkit.originals import printable
from draftkit.pipeline import LARGEST_SPEECH, frame_folders, shipped_frames
from draftkit.store.dump import frame_file
from draftkit.store.lexicon import dump_lexicon

REPORTS = (".md", ".html")
"""How the file of a report ends."""

CHUNK = 8
"""Files that a process looks through at a time, at most (our own)."""
CHUNK_BYTES = 4_000_000
"""Bytes with which that is enough (our own): more are not held here at a time than needed."""

_WORDS = MINED_LEXICON.removesuffix(".yaml")
"""How the list of what was mined calls the lexicon."""


class Told(NamedTuple):
    """What is to be told of a file that was mined: notes on its reading, or why it cannot be read."""

    path: Path
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


_Said = tuple[tuple[str, ...], tuple[Problem, ...]]


class _Brought(NamedTuple):
    """A file on its way to where it is mined: its name and its bytes, or why it cannot be read."""

    name: str
    raw: bytes = b""
    problems: tuple[Problem, ...] = ()


def gathered(
    files: Sequence[Path],
    known: Sequence[Frame],
    executor: Executor | None,
    finds: Finds,
    names: Names = MappingProxyType({}),
) -> Iterator[Told]:
    """Mine files, by an executor where there is one; yield what is to be told of each, in their order, and put
    into `finds` what was found. What executor there is changes nothing in it: files are read here and mined
    there, by what is sent along, since another machine has none of them.

    `names` has the topics of which verbs and objects are gathered, by each of their names.
    """
    room = room_in(executor)
    size = min(CHUNK, len(files) // (2 * room)) if executor else 1
    task = partial(_chunk, pickle.dumps((library_of(known), dict(names))))
    left = iter(files)
    with closing(in_order(executor, task, _chunks(files, size), 2 * room)) as results:
        for said, found in results:
            finds.add(found)
            yield from (_told(path, *one) for one, path in zip(said, left, strict=False))


def _chunks(files: Iterable[Path], size: int) -> Iterator[list[_Brought]]:
    chunk: list[_Brought] = []
    for path in files:
        chunk.append(_brought(path))
        if len(chunk) >= size or sum(len(one.raw) for one in chunk) > CHUNK_BYTES:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _brought(path: Path) -> _Brought:
    try:
        return _Brought(path.name, read_bytes(path, LARGEST_SPEECH))
    except CannotRead as error:
        return _Brought(path.name, problems=error.problems)


@lru_cache(maxsize=1)
def _unpacked(known: bytes) -> tuple[dict[Key, Frame], Names]:
    library, names = pickle.loads(known)
    return library, names


def _chunk(known: bytes, files: Iterable[_Brought]) -> tuple[list[_Said], Finds]:
    library, names = _unpacked(known)
    gatherer = Gatherer(library, names=names)
    return [_gathered(one, gatherer) for one in files], gatherer.finds


def _gathered(brought: _Brought, gatherer: Gatherer) -> _Said:
    """Mine a file, and return the notes on its reading or why it cannot be read."""
    if brought.problems:
        return (), brought.problems
    try:
        document, notes = printable(brought.raw, Path(brought.name))
    except DraftkitError as error:
        return (), error.problems
    gatherer.take(document)
    return notes, ()


def _told(path: Path, notes: tuple[str, ...], problems: Iterable[Problem]) -> Told:
    """What was said where only the name of a file is known, with its path."""
    placed = (one._replace(place=one.place and one.place._replace(file=str(path))) for one in problems)
    return Told(path, notes, tuple(placed))


def known_frames(folder: Path) -> list[Frame]:
    """Return the frames that somebody wrote by hand, of the folder mined into and of the whole library."""
    folders = (folder, *(other for other in frame_folders() if other.resolve() != folder.resolve()))
    found: dict[str, Frame] = {}
    for place, one in enumerate(folders):
        library = Library(folders[place:], trusted=shipped_frames())
        found = {name: library[name] for name in sorted(_own(one, _before(one)))} | found
    return list(found.values())


def known_names(folder: Path) -> dict[str, str]:
    """Return the topics of the lexicons that somebody wrote by hand, by each of their names."""
    return names_of(lexicon_of((folder, *frame_folders()), (LEXICON,)).topics)


def shelved(learned: Learned, folder: Path, kinds: Collection[str] = KINDS) -> list[Entry]:
    """Return what becomes of the frames of a folder when these, of some kinds, are mined into it; nothing is
    written yet, and nothing ever over what somebody wrote there by hand. Other kinds stay as they are."""
    before = _before(folder)
    own = _own(folder, before)
    texts = {frame: text for frame in before if (text := _text(folder, frame)) is not None}
    mined = {id_of(frame): frame_file(frame) for frame in learned.frames if id_of(frame) not in own}
    if learned.topics and _WORDS not in own:
        mined[_WORDS] = dump_lexicon(learned.topics)
    entries = compared(mined, texts, before)
    sought = (*kinds, _WORDS)
    return [one if one.frame.partition("/")[0] in sought else one._replace(what="same") for one in entries]


def put_frames(entries: Sequence[Entry], folder: Path) -> None:
    """Write what is new or changed, the list of what was mined, and the schema; raises CannotWrite.

    The list comes first: what a run that is broken off has written is not taken for somebody's own."""
    before = _before(folder)
    put_schema(folder)
    save(folder / LIST, write_list(entries, before, begun=True).encode(), overwrite=True)
    for entry in entries:
        if entry.what in ("new", "changed"):
            save(folder / f"{entry.frame}.yaml", entry.text.encode(), overwrite=entry.what == "changed")
    save(folder / LIST, write_list(entries, before).encode(), overwrite=True)


def prune(entries: Sequence[Entry], folder: Path) -> list[Entry]:
    """Delete the frames that are no longer found, but for those that somebody edited; return the entries left.

    Raises CannotWrite where the system refuses.
    """
    before = _before(folder)
    kept = []
    for entry in entries:
        text = _text(folder, entry.frame) if entry.what == "gone" else None
        if text is not None and digest(text) in before.get(entry.frame, ()):
            remove(folder / f"{entry.frame}.yaml")
        else:
            kept.append(entry)
    return kept


def refuse_report(path: Path, files: Iterable[Path] = ()) -> None:
    """Raise CannotWrite for a report that cannot be written by the ending of its name, or is one of the files
    that are mined."""
    refuse_input(path, files)
    if path.suffix.lower() not in REPORTS:
        message = _("“{suffix}” is no kind of report that can be written here").format(suffix=path.suffix)
        advice = _("Known here: {words}").format(words="、".join(REPORTS))
        raise CannotWrite([Problem(Place(str(path)), message, advice)])


def put_report(learned: Learned, path: Path, overwrite: bool = False) -> Path:
    """Write the report as Markdown or as a page, by the ending of its name; raises CannotWrite."""
    from draftkit.mine.report import markdown, page

    refuse_report(path)
    write = markdown if path.suffix.lower() == ".md" else page
    return save(path, write(learned).encode(), overwrite)


def _before(folder: Path) -> Digests:
    with suppress(CannotRead):
        return read_list(read_text(folder / LIST))
    return {}


def _text(folder: Path, frame: str) -> str | None:
    with suppress(CannotRead):
        return read_text(folder / f"{frame}.yaml")
    return None


def _own(folder: Path, before: Iterable[str]) -> set[str]:
    """The ids of a folder's frames that were written by hand, and of a lexicon that only is called mined."""
    words = {_WORDS} if (folder / MINED_LEXICON).is_file() else set()
    return (set(Library((folder,))) | words) - set(before)

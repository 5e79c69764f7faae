"""Opens files and mines them: past speeches in, a folder of frames out."""

import os
import signal
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from draftkit.errors import CannotRead, CannotWrite, DraftkitError, Place, Problem
from draftkit.files import read_text, remove, save
from draftkit.frame import KINDS, Frame, id_of
from draftkit.library import LEXICON, MINED_LEXICON, Library, lexicon_of, put_schema
from draftkit.messages import _
from draftkit.mine.gather import Finds, Gatherer, library_of
from draftkit.mine.learn import Learned
from draftkit.mine.pairs import Names, names_of
from draftkit.mine.shelf import LIST, Entry, compared, digest, read_list, write_list
from draftkit.pipeline import frame_folders, read_speech, shipped_frames
from draftkit.store.dump import frame_file
from draftkit.store.lexicon import dump_lexicon

REPORTS = (".md", ".html")
"""How the file of a report ends."""

FEW = 40
"""Files for which more than one process is not worth its start (our own)."""
CHUNK = 8
"""Files that a process looks through at a time, at most (our own)."""

_WORDS = MINED_LEXICON.removesuffix(".yaml")
"""How the list of what was mined calls the lexicon."""


class Told(NamedTuple):
    """What is to be told of a file that was mined: notes on its reading, or why it cannot be read."""

    path: Path
    notes: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def jobs_for(files: Sequence[Path]) -> int:
    """Return how many processes are worth their start for some files."""
    return 1 if len(files) < FEW else os.cpu_count() or 1


def gathered(
    files: Sequence[Path],
    known: Sequence[Frame],
    jobs: int,
    finds: Finds,
    names: Names = MappingProxyType({}),
) -> Iterator[Told]:
    """Mine files, in several processes where there are jobs for them; yield what is to be told of each, in
    their order, and put into `finds` what was found. How many processes there are changes nothing in it.

    `names` has the topics of which verbs and objects are gathered, by each of their names.
    """
    if jobs < 2 or len(files) < 2:
        gatherer = Gatherer(library_of(known), finds, names)
        yield from (_gathered(path, gatherer) for path in files)
        return
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    size = max(1, min(CHUNK, len(files) // (2 * jobs)))
    chunks = [files[place : place + size] for place in range(0, len(files), size)]
    # Spawned, as everywhere it can be: a forked process would take along what others hold open.
    with ProcessPoolExecutor(
        min(jobs, len(chunks)), get_context("spawn"), initializer=_begin, initargs=(known, dict(names))
    ) as pool:
        try:
            with _uninterrupted():
                results = pool.map(_chunk, chunks)
            for told, found in results:
                finds.add(found)
                yield from told
        except BaseException:
            pool.shutdown(cancel_futures=True)
            raise


_GATHERERS: list[Gatherer] = []
"""The one of a process that was started for chunks of files."""


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Put off an interrupt; processes that are started meanwhile get none: who was asked to end tells them."""
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(known: Sequence[Frame], names: Names) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _GATHERERS[:] = [Gatherer(library_of(known), names=names)]


def _chunk(files: Sequence[Path]) -> tuple[list[Told], Finds]:
    gatherer = _GATHERERS[0]
    told = [_gathered(path, gatherer) for path in files]
    return told, gatherer.finished()


def _gathered(path: Path, gatherer: Gatherer) -> Told:
    try:
        document, notes = read_speech(path)
    except DraftkitError as error:
        return Told(path, problems=error.problems)
    gatherer.take(document)
    return Told(path, tuple(notes))


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
    """Write what is new or changed, the list of what was mined, and the schema; raises CannotWrite."""
    before = _before(folder)
    put_schema(folder)
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
        if text is not None and digest(text) == before.get(entry.frame):
            remove(folder / f"{entry.frame}.yaml")
        else:
            kept.append(entry)
    return kept


def refuse_report(path: Path) -> None:
    """Raise CannotWrite for a report that cannot be written by the ending of its name."""
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


def _before(folder: Path) -> dict[str, str]:
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

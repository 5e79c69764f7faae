"""Opens files and mines them: past speeches in, a folder of frames out."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from draftkit.errors import CannotRead, CannotWrite, Place, Problem
from draftkit.files import read_text, remove, save
from draftkit.frame import Frame, id_of
from draftkit.library import Library
from draftkit.messages import _
from draftkit.mine.learn import Learned
from draftkit.mine.shelf import LIST, Entry, compared, digest, read_list, write_list
from draftkit.pipeline import frame_folders, shipped_frames
from draftkit.store.dump import dump_frame

REPORTS = (".md", ".html")
"""How the file of a report ends."""


def known_frames(folder: Path) -> list[Frame]:
    """Return the frames that somebody wrote by hand, of the folder mined into and of the whole library."""
    folders = (folder, *(other for other in frame_folders() if other.resolve() != folder.resolve()))
    found: dict[str, Frame] = {}
    for place, one in enumerate(folders):
        library = Library(folders[place:], trusted=shipped_frames())
        found = {name: library[name] for name in sorted(_own(one, _before(one)))} | found
    return list(found.values())


def shelved(learned: Learned, folder: Path) -> list[Entry]:
    """Return what becomes of the frames of a folder when these are mined into it; nothing is written yet, and
    nothing ever over what somebody wrote there by hand."""
    before = _before(folder)
    own = _own(folder, before)
    texts = {frame: text for frame in before if (text := _text(folder, frame)) is not None}
    mined = {id_of(frame): dump_frame(frame) for frame in learned.frames if id_of(frame) not in own}
    return compared(mined, texts, before)


def put_frames(entries: Sequence[Entry], folder: Path) -> None:
    """Write what is new or changed, and the list of what was mined; raises CannotWrite."""
    before = _before(folder)
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


def put_report(learned: Learned, path: Path, overwrite: bool = False) -> Path:
    """Write the report as Markdown or as a page, by the ending of its name; raises CannotWrite."""
    from draftkit.mine.report import markdown, page

    write = {".md": markdown, ".html": page}.get(path.suffix.lower())
    if write is None:
        message = _("“{suffix}” is no kind of report that can be written here").format(suffix=path.suffix)
        advice = _("Known here: {words}").format(words="、".join(REPORTS))
        raise CannotWrite([Problem(Place(str(path)), message, advice)])
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
    """The ids of a folder's frames that were written by hand."""
    return set(Library((folder,))) - set(before)

"""Opens files and mines them: past speeches in, a folder of frames out."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from draftkit.errors import CannotRead, CannotWrite, Place, Problem
from draftkit.files import read_text, save
from draftkit.frame import Frame, Skeleton, id_of
from draftkit.library import Library
from draftkit.messages import _
from draftkit.mine.learn import Learned
from draftkit.mine.shelf import LIST, Entry, compared, placed, read_list, write_list
from draftkit.mine.skeleton import with_names
from draftkit.store.dump import dump_frame

REPORTS = (".md", ".html")
"""How the file of a report ends."""


def shelved(learned: Learned, folder: Path) -> list[Entry]:
    """Return what becomes of the frames of a folder when these are mined into it; nothing is written yet.

    A frame that somebody wrote there by hand keeps its name, and a mined one of other words takes another.
    """
    before = _before(folder)
    own = _own(folder, before)
    texts = {frame: text for frame in before if (text := _text(folder, frame)) is not None}
    mined: dict[str, str] = {}
    names: dict[str, str] = {}
    for frame in learned.frames:  # skeletons come last, and speak of the others
        renamed = with_names(frame, names) if isinstance(frame, Skeleton) else frame
        named = placed(renamed, own)
        names[id_of(frame)] = id_of(named)
        if id_of(named) not in own:
            mined[id_of(named)] = dump_frame(named)
    return compared(mined, texts, before)


def put_frames(entries: Sequence[Entry], folder: Path) -> None:
    """Write what is new or changed, and the list of what was mined; raises CannotWrite."""
    before = _before(folder)
    for entry in entries:
        if entry.what in ("new", "changed"):
            save(folder / f"{entry.frame}.yaml", entry.text.encode(), overwrite=entry.what == "changed")
    save(folder / LIST, write_list(entries, before).encode(), overwrite=True)


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


def _own(folder: Path, before: Iterable[str]) -> dict[str, Frame]:
    """The frames of a folder that were written by hand."""
    library = Library((folder,))
    mined = set(before)
    return {frame: library[frame] for frame in library if frame not in mined}

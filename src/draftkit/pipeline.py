"""Opens files and joins the verbs: facts file in, draft out."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from draftkit.compose import Composed, Missing, Phrasebook, compose
from draftkit.errors import (
    CannotRead,
    CannotWrite,
    DraftkitError,
    Place,
    Problem,
    WrongFacts,
    WrongFrame,
    did_you_mean,
    visible,
)
from draftkit.fact.facts import Facts, Words
from draftkit.files import placed_in, read_bytes, read_text, safe_name, save, save_beside
from draftkit.frame import Frame, Skeleton
from draftkit.library import Library
from draftkit.messages import _
from draftkit.read import CONVERTED, SUFFIXES, Reading, read_with_places
from draftkit.read.places import Places
from draftkit.store import parse
from draftkit.store.facts import read_facts
from draftkit.store.schema import Check
from draftkit.tree import Document
from draftkit.write import WRITERS, write

if TYPE_CHECKING:
    from draftkit.write.look import Look

LARGEST_SPEECH = 100_000_000
"""Bytes that the file of a speech may have (ours): pictures included."""


def speech_files(paths: Iterable[Path]) -> list[Path]:
    """Return the speeches among files and folders, those of a folder in the order of their names, each once.

    A file that is named is taken whatever it is called; of a folder those that can be read by their
    ending, hidden ones and the lock files of word processors left out. Raises CannotRead where there is none.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        inside = (one for one in sorted(path.rglob("*")) if one.is_file())
        found |= dict.fromkeys(
            one
            for one in inside
            if one.suffix.lower() in (*SUFFIXES, *CONVERTED)
            and not one.name.startswith((".", "~$"))
            and one.name != "README.md"
        )
    if not found:
        where = ", ".join(map(str, paths))
        message, advice = _("there are no speeches here"), _("Known here: {words}")
        raise CannotRead(
            [Problem(Place(where), message, advice.format(words="、".join((*SUFFIXES, *CONVERTED))))]
        )
    return list(found)


def read_speech(path: Path) -> Reading:
    """Read a past speech; older word processors' files go through LibreOffice. Raises CannotRead."""
    return open_speech(path)[0]


def open_speech(path: Path) -> tuple[Reading, Places]:
    """Read a speech as `read_speech` does, with the places of its characters in the file."""
    return opened(read_bytes(path, LARGEST_SPEECH), path)


def opened(raw: bytes, path: Path) -> tuple[Reading, Places]:
    """Read the bytes of a speech as `open_speech` does its file, which need not be on this machine."""
    with placed_in(path):
        return read_with_places(_converted(raw, path), visible(path.name))


def document_bytes(path: Path) -> bytes:
    """Return the bytes of a document, as .docx where LibreOffice must make it one. Raises CannotRead."""
    return _converted(read_bytes(path, LARGEST_SPEECH), path)


def _converted(raw: bytes, path: Path) -> bytes:
    if is_converted(raw, path):
        from draftkit.convert import to_docx

        return to_docx(path, raw=raw)
    return raw


def is_converted(raw: bytes, path: Path) -> bool:
    """Whether a file, with these bytes, must be made a .docx by LibreOffice before it can be read."""
    return raw.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf")) or path.suffix.lower() in CONVERTED


def outlined(document: Document, kind: Literal["json", "text"]) -> str:
    """Return the outline of a document as JSON, or all that was read of it."""
    from draftkit.write import outline, whole

    return outline.write_outline(document).decode() if kind == "json" else whole.whole_text(document)


def frame_folders(chosen: Path | None = None) -> tuple[Path, ...]:
    """Return where frames are looked for, the first that has one wins: the folder chosen, ./frames, the
    user's own, the shipped ones. Raises DraftkitError when the chosen one is no folder."""
    if chosen and not chosen.is_dir():
        raise DraftkitError([Problem(Place(str(chosen)), _("there is no such folder"), _("Check --frames"))])
    folders = [chosen] if chosen else []
    folders += [Path("frames"), user_folder() / "frames", shipped_frames()]
    there = {folder.resolve(): folder for folder in reversed(folders) if folder.is_dir()}
    return tuple(reversed(there.values()))


def user_folder() -> Path:
    """Return the user's own folder for draftkit."""
    if sys.platform == "win32":
        return Path(os.environ.get("APPDATA", "~")).expanduser() / "draftkit"
    return Path(os.environ.get("XDG_CONFIG_HOME") or "~/.config").expanduser() / "draftkit"


def shipped_frames() -> Path:
    """Return the frames of the package; in a checkout they stand at its top."""
    packaged = Path(__file__).parent / "frames"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "frames"


def load_facts(path: Path) -> Facts:
    """Read a facts file (.yaml, .yml, .json); raises WrongFacts with every problem in it."""
    return facts_in(read_text(path), str(path))


def facts_in(text: str, file: str) -> Facts:
    """Read the text of a facts file; raises WrongFacts with every problem in it."""
    check = Check()
    node, problems = parse(text, file)
    check.problems += problems
    facts = read_facts(check, node, file)
    if check.problems:
        raise WrongFacts(check.problems)
    return facts


def refuse_facts(path: Path, advice: str = "") -> None:
    """Raise CannotWrite for a name that a facts file in YAML cannot have; `advice` says what else would do."""
    if path.suffix.lower() not in (".yaml", ".yml"):
        message = _("“{name}” is no name for a facts file").format(name=path.name)
        raise CannotWrite([Problem(Place(str(path)), message, advice or _("Name a .yaml file"))])


def draft(path: Path, library: Library, missing: Missing = "mark") -> tuple[Facts, Composed]:
    """Read a facts file and compose its draft."""
    facts = load_facts(path)
    return facts, compose(facts, Phrasebook(library), missing)


class Target(NamedTuple):
    """Where a draft goes: a file, or a folder in which it gets a name; and the kind of file."""

    path: Path
    suffix: str
    named: bool

    @classmethod
    def of(cls, output: Path | None, kind: str | None, facts: Path) -> "Target":
        """Work out the target of -o and --to; raises CannotWrite before anything is composed.

        Without -o the draft goes beside the facts file. The facts file itself is never written.
        """
        if output is None or output.is_dir() or not output.suffix:
            return cls(output or facts.parent, f".{kind or 'docx'}", named=False)
        suffix = output.suffix.lower()
        if suffix not in WRITERS or (kind and suffix != f".{kind}"):
            message = _("“{suffix}” is no kind of draft that can be written here").format(suffix=output.suffix)
            advice = _("Known here: {words}").format(words="、".join(WRITERS))
            raise CannotWrite([Problem(Place(str(output)), message, advice)])
        if output.resolve() == facts.resolve():
            raise CannotWrite(
                [Problem(Place(str(output)), _("this is the facts file"), _("Name another file"))]
            )
        return cls(output, suffix, named=True)


def put(
    target: Target, document: Document, name: str, overwrite: bool = False, look: "Look | None" = None
) -> Path:
    """Write a draft and return where it is; raises CannotWrite."""
    content = write(document, target.suffix, look)
    if target.named:
        return save(target.path, content, overwrite)
    return save_beside(target.path, name, target.suffix, content)


def blank_form(
    name: str, library: Library, chinese: bool, filled: bool, folder: Path = Path(), topics: Sequence[str] = ()
) -> str:
    """Return the form of a skeleton, by its name, for a folder; raises WrongFrame for one that is not there."""
    from draftkit.store.forms import form_of
    from draftkit.store.json_schema import FACTS_FILE, line_for

    form = form_of(skeleton_named(name, library), library, chinese, filled, topics)
    try:
        schema = Path(os.path.relpath(shipped_frames() / FACTS_FILE, folder))
    except ValueError:  # on another drive: no path leads there
        return form
    return line_for(schema.as_posix()) + form


def skeleton_named(name: str, library: Library) -> Skeleton:
    """Return a skeleton by its name; raises WrongFrame for one that is not there."""
    skeleton = library.get(f"skeleton/{name.removeprefix('skeleton/')}")
    if not isinstance(skeleton, Skeleton):
        message = _("there is no skeleton “{name}”").format(name=name)
        raise WrongFrame([Problem(None, message, did_you_mean(name, library.names("skeleton")))])
    return skeleton


def shown_frame(frame_id: str, library: Library) -> tuple[Path, str]:
    """Return the file that wins for an id, and the frame as YAML with all that it inherits."""
    from draftkit.store.dump import dump_frame

    path, frame = frame_named(frame_id, library)
    return path, dump_frame(frame)


def frame_named(frame_id: str, library: Library) -> tuple[Path, Frame]:
    """Return the file that wins for an id, and its frame; raises WrongFrame for one that is not there."""
    path = library.path(frame_id)
    if path is None:
        message = _("there is no frame {frame}").format(frame=frame_id)
        raise WrongFrame([Problem(None, message, did_you_mean(frame_id, library))])
    return path, library[frame_id]


def file_name(facts: Facts, library: Library) -> str:
    """Return the name of a draft's file: the unit and the kind of speech."""
    unit = facts.named.get("单位")
    skeleton = library.get(f"skeleton/{facts.skeleton}")
    genre = skeleton.genre[0] if isinstance(skeleton, Skeleton) and skeleton.genre else "发言"
    return safe_name((str(unit.pattern) if isinstance(unit, Words) else "") + genre)

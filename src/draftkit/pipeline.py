"""Opens files and joins the verbs: facts file in, draft out."""

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from draftkit.compose import Composed, Missing, compose
from draftkit.errors import CannotWrite, DraftkitError, Place, Problem, WrongFacts
from draftkit.fact.facts import Facts
from draftkit.library import Library
from draftkit.messages import _
from draftkit.store import parse
from draftkit.store.facts import read_facts
from draftkit.store.schema import Check
from draftkit.zh.decode import decode


def frame_folders(chosen: Path | None = None) -> tuple[Path, ...]:
    """Return where frames are looked for, the first that has one wins: the folder chosen, ./frames, the
    user's own, the shipped ones. Raises DraftkitError when the chosen one is no folder."""
    if chosen and not chosen.is_dir():
        raise DraftkitError([Problem(Place(str(chosen)), _("there is no such folder"), _("Check --frames"))])
    folders = [chosen] if chosen else []
    folders += [Path("frames"), user_folder() / "frames", shipped_frames()]
    return tuple(dict.fromkeys(folder for folder in folders if folder.is_dir()))


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
    check = Check()
    node, problems = parse(_text_of(path), str(path))
    check.problems += problems
    facts = read_facts(check, node, str(path))
    if check.problems:
        raise WrongFacts(check.problems)
    return facts


def draft(path: Path, library: Library, missing: Missing = "mark") -> tuple[Facts, Composed]:
    """Read a facts file and compose its draft."""
    facts = load_facts(path)
    return facts, compose(facts, library, missing)


def _text_of(path: Path) -> str:
    try:
        return decode(path.read_bytes())[0]
    except OSError as error:
        raise DraftkitError([Problem(Place(str(path)), _reason(error), _("Check the path"))]) from error
    except UnicodeDecodeError as error:
        message = _("byte {n} is no text in UTF-8 or GB18030").format(n=error.start + 1)
        raise DraftkitError([Problem(Place(str(path)), message, _("Save the file as UTF-8"))]) from error


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return _("there is no such file")
    return _("the file cannot be read: {error}").format(error=error.strerror or error)

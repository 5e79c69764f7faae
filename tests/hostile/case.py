"""A case of hostile input: what is handed in, to which command, and what must come of it.

The cases stand in `cases_*.py`, a door each. A number as T12 is that of a kind of attack; T12b is one more of
its kind.
"""

import hashlib
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree
from zipfile import ZipFile

LAUNCHER = Path(__file__).with_name("launcher.py")
PATIENCE = 60
"""Seconds of the clock after which a command is killed; the bounds of a case are those of the processor."""

ADDRESSES = 4000
"""Megabytes of addresses that a command may ask for, so that a bomb hurts itself alone."""

_PARTS = {".docx": "word/document.xml", ".xlsx": r"xl/(?:sharedStrings|worksheets/\w+)\.xml"}
"""The parts of a file with its words, and with the formulas of a workbook."""


@dataclass(frozen=True)
class Case:
    """`files` are the inputs by name, or what makes them in a folder. `says` must be told, on stderr or, by
    a command that checks, on stdout; where the exit status is 2 also the name of a file. `shows` must stand in
    what is printed or written, `hides` nowhere. `writes` are the files that are there afterwards and were not
    before, no more and no less; `changes` are inputs that are to be written anew, or to be gone. `names` is
    whether stderr must name a file where the exit status is 2.
    """

    number: str
    what: str
    command: str
    files: Mapping[str, str | bytes] | Callable[[Path], object] = field(default_factory=dict)
    exit: int = 2
    says: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    names: bool = True
    seconds: float = 5
    megabytes: int = 300
    environment: Mapping[str, str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.number


class Answer(NamedTuple):
    """What came of a case: `out` is what was printed and written, `seconds` are those of the processor."""

    exit: int
    seconds: float
    megabytes: float
    out: str
    err: str


def check(case: Case, folder: Path) -> Answer:
    """Run a case in an empty folder, hold it against what it says, and return what came of it."""
    place = folder / "work"
    place.mkdir()
    if callable(case.files):
        case.files(place)
    else:
        _put(case.files, place)
    before = _seen(place)
    answer = _run(case, place, folder)
    after = _seen(place)
    assert "Traceback" not in answer.err, answer.err
    assert answer.exit == case.exit, answer.err
    changed = {name for name in before if after.get(name) != before[name]}
    assert changed == set(case.changes), "an input was changed"
    assert set(after) - set(before) == set(case.writes)
    for name in case.writes:
        answer = answer._replace(out=answer.out + _words(place / name))
    _hold(case, answer, before)
    assert not _seen(folder / "home") and not _seen(folder / "temp"), "something was left elsewhere"
    return answer


def _put(files: Mapping[str, str | bytes], place: Path) -> None:
    for name, content in files.items():
        path = place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)


def _hold(case: Case, answer: Answer, before: Mapping[str, str]) -> None:
    for words in case.says:
        assert words in answer.err or words in answer.out, answer.err
    for words in case.shows:
        assert words in answer.out, answer.out
    for words in case.hides:
        assert words not in answer.out + answer.err, words
    if case.exit == 2 and before and case.names:
        assert any(Path(name).name in answer.err for name in before), f"no file is named: {answer.err}"
    assert answer.seconds < case.seconds
    assert answer.megabytes < case.megabytes


def _run(case: Case, place: Path, folder: Path) -> Answer:
    home, temp = folder / "home", folder / "temp"
    for made in (home, temp):
        made.mkdir()
    settled = {"HOME": str(home), "XDG_CONFIG_HOME": str(home), "TMPDIR": str(temp), "LANGUAGE": "en"}
    command = [sys.executable, "-m", "draftkit", *shlex.split(case.command)]
    report, out, err = (folder / name for name in ("report", "out", "err"))
    bounds = [str(report), str(PATIENCE), str(ADDRESSES)]
    with out.open("wb") as printed, err.open("wb") as told:
        subprocess.run(
            [sys.executable, "-I", "-S", str(LAUNCHER), *bounds, *command],
            cwd=place,
            env={**os.environ, **settled, **case.environment},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=told,
            check=True,
        )
    code, seconds, megabytes = json.loads(report.read_text("utf-8"))
    texts = [path.read_text("utf-8", errors="backslashreplace") for path in (out, err)]
    return Answer(code, seconds, megabytes, texts[0], texts[1])


def _seen(folder: Path) -> dict[str, str]:
    """Return what is in a folder: each file's digest by its name, for what is no file what it is."""
    found = sorted(folder.rglob("*"))
    return {
        path.relative_to(folder).as_posix(): _digest(path)
        for path in found
        if path.is_file() or path.is_symlink() or not path.is_dir() or not any(path.iterdir())
    }


def _digest(path: Path) -> str:
    if path.is_symlink():
        return f"a link to {path.readlink()}"
    if not path.is_file():
        return "no file"
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _words(path: Path) -> str:
    if path.suffix not in _PARTS:
        return path.read_text("utf-8")
    with ZipFile(path) as package:
        parts = [name for name in package.namelist() if re.fullmatch(_PARTS[path.suffix], name)]
        roots = [ElementTree.fromstring(package.read(name)) for name in parts]
    return "".join(one.text or "" for root in roots for one in root.iter() if one.tag.endswith(("}t", "}f")))


def example(name: str) -> Callable[[Path], object]:
    """Return what puts a file of examples/ into a folder, to have something good to go wrong beside."""
    source = Path(__file__).parents[2] / "examples" / name
    return lambda folder: shutil.copy(source, folder)

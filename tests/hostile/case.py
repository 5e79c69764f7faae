"""A case of hostile input: what is handed in, to which command, and what must come of it.

The cases stand in `cases_*.py`, a door each. A number as T12 is that of a kind of attack; T12b is one more of
its kind.
"""

import json
import os
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

TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


@dataclass(frozen=True)
class Case:
    """`files` are the inputs by name, or what makes them in a folder. `says` must be told, on stderr or, by
    a command that checks, on stdout; where the exit status is 2 also the name of a file. `shows` must stand in
    what is printed or written, `hides` nowhere. `writes` are the files that are there afterwards and were not
    before, no more and no less.
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
    assert {name: after.get(name) for name in before} == before, "an input was changed"
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


def _hold(case: Case, answer: Answer, before: Mapping[str, bytes | None]) -> None:
    for words in case.says:
        assert words in answer.err or words in answer.out, answer.err
    for words in case.shows:
        assert words in answer.out, answer.out
    for words in case.hides:
        assert words not in answer.out + answer.err, words
    if case.exit == 2 and before:
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


def _seen(folder: Path) -> dict[str, bytes | None]:
    """Return what is in a folder: each file's content by its name, None for what is no file."""
    found = sorted(folder.rglob("*"))
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else None
        for path in found
        if path.is_file() or not path.is_dir() or not any(path.iterdir())
    }


def _words(path: Path) -> str:
    if path.suffix != ".docx":
        return path.read_text("utf-8")
    with ZipFile(path) as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
    return "".join(text.text or "" for text in root.iter(TEXT))


def example(name: str) -> Callable[[Path], object]:
    """Return what puts a file of examples/ into a folder, to have something good to go wrong beside."""
    source = Path(__file__).parents[2] / "examples" / name
    return lambda folder: shutil.copy(source, folder)

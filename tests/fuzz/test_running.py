"""What runs the doors: a broken one is seen, named and made small; a hang is one."""

import os
import re
import subprocess
import sys
from itertools import count
from pathlib import Path
from unittest.mock import ANY

import pytest

from draftkit.errors import CannotRead, Place, Problem
from fuzz import blind, children, running
from fuzz.children import fuzzed
from fuzz.door import HERE, Door, Target
from fuzz.mutation import text_door
from fuzz.packages import packed, unpacked
from fuzz.refusing import BrokenLaw, refused
from fuzz.running import broken, smaller
from fuzz.session import Session, count_in


def _door(target: Target) -> Door:
    return text_door("甲", target, ("乙",))


def _breaks(raw: bytes) -> None:
    if "坏".encode() in raw:
        raise KeyError("坏")


def _breaks_inside(raw: bytes) -> None:
    _breaks(unpacked(raw).get("甲.xml", b""))


def _never_ends(_raw: bytes) -> None:
    for _number in count():
        pass


def test_what_breaks_a_door_is_named_and_made_small() -> None:
    raw = "前面的话，坏，后面的话".encode()
    how = broken(_door(_breaks), raw)
    assert how and how.name == "KeyError-test_running-_breaks"
    assert smaller(_door(_breaks), raw, how.name) == "坏".encode()
    assert broken(_door(_breaks), "好".encode()) is None


def test_a_session_counts_and_keeps_what_breaks_the_door_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(running, "FOUND", tmp_path)
    session = Session(_door(_breaks), 60, 4, tmp_path / "report.json")
    for raw in ("好", "坏", "很坏", "好"):
        assert not session.over
        session.execute(raw.encode())
    session.write()
    name = "KeyError-test_running-_breaks"
    assert session.over and count_in(tmp_path / "report.json") == (4, ANY, (name,))
    assert (tmp_path / "甲" / name).read_bytes() == "坏".encode()
    assert "KeyError in test_running.py" in capsys.readouterr().out


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no children in this system")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_child_that_is_killed_is_told_and_begun_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(children, "FOUND", tmp_path / "found")

    def drive(_door: Door, session: Session, place: Path) -> None:
        session.execute(b"1")
        session.write()
        (place / "crash-1").write_bytes(b"1")
        os._exit(7)

    count = fuzzed(_door(_breaks), drive, 60, 2, tmp_path / "甲")
    assert count == (2, ANY, ("crash-1", "crash-1"))
    assert (tmp_path / "found/甲/crash-1").read_bytes() == b"1"


def test_the_doors_are_fuzzed_from_the_command_line(tmp_path: Path) -> None:
    words = ["--blind", "--door", "pattern,office", "--runs", "20", "--folder", str(tmp_path)]
    settled = {**os.environ, "PYTHONPATH": os.pathsep.join([str(HERE.parent), *sys.path])}
    done = subprocess.run(
        [sys.executable, "-m", "fuzz", *words], env=settled, capture_output=True, text=True, check=True
    )
    assert re.search(r"^pattern +20 +[\d,]+ +0$", done.stdout, re.MULTILINE)
    assert re.search(r"^all +40$", done.stdout, re.MULTILINE)


def test_the_same_seed_begins_the_same_changes(tmp_path: Path) -> None:
    def inputs(seed: int | None) -> list[bytes]:
        taken: list[bytes] = []
        blind.drive(
            _door(taken.append), Session(_door(taken.append), 60, 50, tmp_path / "report"), tmp_path, seed
        )
        return taken

    assert inputs(1) == inputs(1) != inputs(2) != inputs(None)


def test_a_zip_is_made_small_inside() -> None:
    door = _door(_breaks_inside)
    raw = packed({"甲.xml": "很坏很坏".encode(), "乙.xml": b"<a/>"})
    how = broken(door, raw)
    assert how and unpacked(smaller(door, raw, how.name)) == {"甲.xml": "坏".encode()}


def test_what_does_not_end_is_a_hang() -> None:
    how = broken(_door(_never_ends), b"", seconds=0.05)
    assert how and how.name == "Hang"


@pytest.mark.parametrize(
    "problem",
    [
        Problem(Place("f"), " "),
        Problem(Place("f"), "KeyError: 'w:p'"),
        Problem(Place("f", 0, 1), "wrong"),
        Problem(None, "wrong"),
    ],
    ids=["silent", "for programmers", "no line", "no place"],
)
def test_an_error_must_be_of_use(problem: Problem) -> None:
    with pytest.raises(BrokenLaw), refused(placed=True):
        raise CannotRead([problem])


def test_an_error_of_use_is_an_end() -> None:
    with refused(placed=True):
        raise CannotRead([Problem(Place("f", 1, 2), "a second colon in one line")])

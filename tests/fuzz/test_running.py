"""What runs the doors: a broken one is seen, named and made small; a hang is one."""

from itertools import count

import pytest

from draftkit.errors import CannotRead, Place, Problem
from fuzz.door import Door, Target
from fuzz.mutation import text_door
from fuzz.packages import packed, unpacked
from fuzz.refusing import BrokenLaw, refused
from fuzz.running import broken, smaller


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

"""One execution: what is an end and what is none, what is kept of it, and how small it can be made."""

import re
import signal
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from time import monotonic
from types import FrameType
from typing import NamedTuple

from fuzz.door import FOUND, Door
from fuzz.packages import packed, unpacked

PATIENCE = 5.0
"""Seconds of the processor after which an execution hangs (ours): watched by a driver all takes longer."""
_SHRINKING = 20.0


class Hang(BaseException):
    """An execution takes longer than it may. No Exception, so that no door takes it for one of its own."""


@contextmanager
def patience(seconds: float = PATIENCE) -> Iterator[None]:
    """Raise Hang after so many seconds of the processor; where the system has no such clock never."""
    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _hang(_signal: int, _frame: FrameType | None) -> None:
    raise Hang(f"more than {PATIENCE:.0f} s of the processor")


class Broken(NamedTuple):
    """How a door broke: a name for all that break alike, and what is to be said of it."""

    name: str
    message: str


def broken(door: Door, raw: bytes, seconds: float = PATIENCE) -> Broken | None:
    """Put bytes into a door, and return how that broke it, None where it ended well."""
    try:
        with patience(seconds):
            door.target(raw)
    except (Exception, Hang) as error:
        return _told(error)
    return None


def _told(error: BaseException) -> Broken:
    frames = traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if "draftkit" in Path(one.filename).parts] or frames
    last, kind = own[-1], type(error).__name__
    if kind == "BrokenLaw":
        name = "law-" + "-".join(re.findall("[A-Za-z]+", str(error).partition(":")[0]))[:60]
    elif kind == "Hang":
        name = "Hang"
    else:
        name = f"{kind}-{Path(last.filename).stem}-{last.name.strip('<>')}"
    return Broken(name, f"{kind} in {Path(last.filename).name}:{last.lineno}: {error}"[:300])


def kept(door: Door, raw: bytes, how: Broken) -> Path:
    """Make the bytes as small as goes, write them into found/, and return their file."""
    raw = smaller(door, raw, how.name)
    path = FOUND / door.name / how.name
    number = 1
    while path.exists():
        number += 1
        path = path.with_name(f"{how.name}-{number}")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(raw)
    return path


def smaller(door: Door, raw: bytes, name: str) -> bytes:
    """Return as few of the bytes as break the door in the same way, in bounded time."""
    until = monotonic() + _SHRINKING

    def same(other: bytes) -> bool:
        found = broken(door, other) if monotonic() < until else None
        return found is not None and found.name == name

    parts = unpacked(raw)
    if not parts or not same(packed(parts)):
        return _cut(raw, same)
    for one in list(parts):
        rest = {other: content for other, content in parts.items() if other != one}
        parts = rest if same(packed(rest)) else parts
    for one in list(parts):
        parts[one] = _cut(parts[one], partial(_same_inside, parts, one, same))
    return packed(parts)


def _same_inside(parts: Mapping[str, bytes], name: str, same: Callable[[bytes], bool], content: bytes) -> bool:
    return same(packed({**parts, name: content}))


def _cut(raw: bytes, same: Callable[[bytes], bool]) -> bytes:
    """Leave out halves, quarters and so on to single characters, wherever what is left breaks the same."""
    try:
        units = [one.encode() for one in raw.decode()]
    except UnicodeDecodeError:
        units = [raw[place : place + 1] for place in range(len(raw))]
    size = len(units) // 2
    while size:
        place = 0
        while place < len(units):
            rest = units[:place] + units[place + size :]
            if same(b"".join(rest)):
                units = rest
            else:
                place += size
        size //= 2
    return b"".join(units)

"""What a door is: where bytes of anybody come in, what to start from, and what its texts are made of."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple

HERE = Path(__file__).parent
FOUND = HERE / "found"
TOP = HERE.parents[1]
IN_MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""

Mutate = Callable[[bytes, Random, int], bytes]
"""Bytes and how many there may be at most in, other bytes out."""
Target = Callable[[bytes], None]
Starts = Callable[[], Iterable[bytes]]


class Door(NamedTuple):
    """A target takes bytes, and ends well or raises. `words` are what its texts are made of, `starts` inputs
    beside those of seeds/ and found/, `most` the bytes that an input may have."""

    name: str
    target: Target
    words: Sequence[str]
    mutate: Mutate
    starts: Starts
    most: int

    def __repr__(self) -> str:
        return self.name

    def seeds(self) -> list[bytes]:
        """Return the inputs to start from."""
        return [*self.found(), *_files(HERE / "seeds" / self.name), *self.starts()]

    def found(self) -> list[bytes]:
        """Return what once broke the door."""
        return _files(FOUND / self.name)


def _files(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*"))]


def of_repository(*patterns: str) -> list[bytes]:
    """Return files of the repository, by patterns of their paths."""
    return [path.read_bytes() for pattern in patterns for path in sorted(TOP.glob(pattern))]

"""The mark by which a note is known again wherever it was moved to: a comment behind it, which ends in its
digest.

- "新添打捆机14台"  # 高 0.82 ·3f2a9c1d
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from hashlib import sha256
from typing import NamedTuple

_MARK = re.compile(r"·([0-9a-f]{8})\s*$")
LIKE = 0.6
"""How like a new note is to one that is gone, at least, to be that note changed (ours)."""


class Changed(NamedTuple):
    """A note that was reworded: its mark before, and the note as it is now."""

    mark: str
    note: str


def mark_of(note: str) -> str:
    """Return the mark of a note: by its characters, white space and a stop at its end left out."""
    return sha256(bare(note).encode()).hexdigest()[:8]


def bare(note: str) -> str:
    """Return a note without white space and the stop at its end."""
    return re.sub(r"\s", "", note).rstrip("。；;")


def marked(remark: str, note: str) -> str:
    """Return the comment for a note: how it came to its place, and its mark."""
    return f"{remark} ·{mark_of(note)}"


def mark_in(line: str) -> str:
    """Return the mark at the end of a line or a comment, "" for none."""
    found = _MARK.search(line)
    return found[1] if found else ""


def changes(gone: Mapping[str, str], new: Sequence[str]) -> Iterator[Changed]:
    """Yield the new notes that are notes gone from the heap, reworded; each of them once, the likest first.
    `gone` has by their marks the texts as they stand."""
    pairs = [(_ratio(text, note), mark, note) for mark, text in gone.items() for note in new]
    taken: set[str] = set()
    for ratio, mark, note in sorted(pairs, key=lambda pair: -pair[0]):
        if ratio >= LIKE and not taken & {mark, note}:
            taken |= {mark, note}
            yield Changed(mark, note)


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()

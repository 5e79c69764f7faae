"""The notes of a heap: one a row, without the bullet or number before it, each under the heading that it has
there."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from draftkit.zh.marker import leading_marker

_BULLET = re.compile(r"^(?:[-*+]\s+|[•●■□◆◇▪○◎➢►√☆★]\s*)+")
_WORDS = re.compile(r"\w")
_COUNTED = ("1.", "1、", "1）", "（1）", "①", "01")
"""The markers that only count the notes; 一、 and 一是 are words of a speech."""
_HEADED = ("一、", "（一）", "第一部分")
_TITLE = re.compile(r"[^，、0-9]+(?:素材|材料|情况|总结|小结|汇总|要点|清单|汇报|：|:)")
"""A row that names what stands under it, or all of the heap."""
LONGEST_HEADING = 24
"""Characters of a heading among notes at most (ours)."""


class Note(NamedTuple):
    """A note, the number of its row, the heading above it in the heap, and whether it is such a heading
    itself."""

    text: str
    row: int
    under: str = ""
    heading: bool = False


def notes_in(rows: Iterable[tuple[str, bool]]) -> Iterator[Note]:
    """Yield the notes among the rows of a file, each told whether the file has it as a heading. Rows without a
    word are none."""
    under = ""
    for number, (row, headed) in enumerate(rows, 1):
        text = _unmarked(row.strip())
        if not _WORDS.search(text):
            continue
        heading = headed or _is_heading(text)
        if heading:
            under = _without_marker(text)
        yield Note(text, number, "" if heading else under, heading)


def _unmarked(text: str) -> str:
    """A row without what only lists it: - • 1. （1）; a number that goes on (3、4月) is the note's own."""
    text = _BULLET.sub("", text)
    marker = leading_marker(text)
    if marker and marker.family in _COUNTED and not text[marker.end :].lstrip()[:1].isdigit():
        return text[marker.end :].lstrip()
    return text


def _is_heading(text: str) -> bool:
    if len(text) > LONGEST_HEADING or re.search("[。；]", text):
        return False
    marker = leading_marker(text)
    return (marker is not None and marker.family in _HEADED) or _TITLE.fullmatch(text) is not None


def _without_marker(text: str) -> str:
    marker = leading_marker(text)
    return text[marker.end :].lstrip() if marker else text

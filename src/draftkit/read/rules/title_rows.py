"""查什么: 印成两行的标题；同一篇之上重复的标题（只留最后一个）。 依据: 实务。"""

import re

from draftkit.read.page import Piece, Pieces
from draftkit.read.rules.salutation import salutation_end
from draftkit.read.rules.title import is_paragraph, titlish
from draftkit.rhetoric.couplet import halves_of
from draftkit.zh.marker import leading_marker

_OPEN = re.compile(r"[的上会议暨]$")
_NOTES = re.compile(r"^[^：]{2,14}：|（[^）]*）$")
GENERAL = 6
"""Characters of a title that only names the kind at most: 领导讲话, 发言材料 (our own)."""
_JOINS = ("暨", "及", "上的", "的")


def order_title_rows(pieces: Pieces) -> list[Piece]:
    """Take both rows of a title that is printed in two; of several titles above one speech keep the last."""
    result = list(pieces)
    above: int | None = None
    for number, piece in enumerate(pieces):
        if piece.role == "dropped":
            continue
        if piece.role != "title":
            if is_paragraph(piece) or leading_marker(piece.text) or salutation_end(piece.text):
                above = None
            continue
        if above is not None and not (
            above == _before(pieces, number) and _one_title(pieces[above].text, piece.text)
        ):
            result[above] = pieces[above].drop("metadata")
        before = _before(pieces, number)
        if before is not None and pieces[before].role == "" and _continues(pieces[before].text, piece.text):
            result[before] = pieces[before]._replace(role="title")
        above = number
    return result


def _before(pieces: Pieces, number: int) -> int | None:
    """The row above that is not dropped."""
    while number and pieces[number - 1].role == "dropped":
        number -= 1
    return number - 1 if number else None


def _one_title(first: str, second: str) -> bool:
    return (
        halves_of(f"{first} {second}") is not None
        or _continues(first, second)
        or not (len(first) <= GENERAL or _bare(first) in _bare(second) or _bare(second) in _bare(first))
    )


def _bare(title: str) -> str:
    """The words of a title without its unit, its notes in brackets, and white space."""
    return "".join(_NOTES.sub("", title).split())


def _continues(first: str, second: str) -> bool:
    bare = "".join(second.split())
    return titlish(first) and (bare.startswith(_JOINS) or (bool(_OPEN.search(first)) and len(bare) <= 12))

"""查什么: 每篇讲话的标题：以讲话、发言等结尾的，对偶的，目录里有的，文件里标明的。 依据: 实务。

A title is a line without a sentence's end, above an address, a byline or a paragraph. A speech that
follows another needs more than that: a known kind of title, and an ended speech above it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces
from draftkit.read.rules.contents import listed_titles, squeezed
from draftkit.read.rules.head import in_head
from draftkit.read.rules.salutation import greeting_end, salutation_end
from draftkit.rhetoric.couplet import halves_of
from draftkit.zh.marker import leading_marker

LONGEST = 60
LONG_ROW = 45
"""Characters from which on a row is a paragraph whatever its end (our own)."""
SHORTEST_ROW = 6
"""Characters of half a title on a row of its own at least (our own): shorter rows are menus and names."""
AHEAD = 5
"""Rows below a title that are looked at (our own): the lines of its head, and the address."""

_GENRE = re.compile(lexicon.TITLE_END)
_STANDS_APART = re.compile(rf"\s|(?:^在|^关于|上的?|中的?){lexicon.TITLE_END}")
_OCCASION = re.compile("在|关于")
_NEVER = re.compile(r"[。；;]|[我你].*[！!]$|[，,、：:]$|^[（(\[【—]|[?？!！].")
_COLLECTION = re.compile(lexicon.COLLECTION)
# Most lines are told by their last character, which is a hundred times as fast as the patterns.
_GENRE_ENDS = frozenset(
    "话言辞词报告讲料结会课稿态职义导评语验法明况员书纲要点摘）)0123456789一二三四五六七八九十"
)
_COLLECTION_ENDS = frozenset("编总集本辑题锦全篇）)")
REACH = 40
"""Characters at the end of a line in which its kind is looked for (our own): with a note in brackets."""
_HAN = re.compile(r"[\u4e00-\u9fff×*]")
_SERIAL = re.compile(lexicon.SERIAL)
_NAMED = re.compile(r"^[^：，。；、！？\s]{2,14}：[^。；！？：]{5,40}$")
_UNIT = re.compile(rf"{lexicon.UNIT}$")
_SENTENCE_ENDS = tuple("。！？…!?”）)：:")
_SPACE = re.compile(r"\s")

Below = Literal["address", "head", "text"]


def find_titles(pieces: Pieces) -> list[Piece]:
    """Mark the titles, each row of one."""
    finder = _Finder(pieces)
    rows = [number for number, piece in enumerate(pieces) if piece.role != "dropped"]
    result = list(pieces)
    for place, number in enumerate(rows):
        if finder.is_title(place):
            result[number] = pieces[number]._replace(role="title")
    if any(piece.role == "title" for piece in result):
        return result
    return _first_line(result)


def is_paragraph(piece: Piece) -> bool:
    """Tell whether a piece is a paragraph of running text."""
    return piece.role == "" and (
        len(piece.text) >= LONG_ROW or (piece.text[-1:] in "。！？!?；;…" and len(piece.text) >= 12)
    )


def titlish(text: str) -> bool:
    """Tell whether a line could be a title by its looks."""
    return (
        4 <= len(text) <= LONGEST
        and not _NEVER.search(text)
        and not leading_marker(text)
        and len(_HAN.findall(text)) * 2 > len(text)
        and not (text[-1] in _COLLECTION_ENDS and _COLLECTION.search(text))
        and not salutation_end(text)
        and not greeting_end(text)
    )


def unnumbered(text: str) -> str:
    """Return a line without the number that collections print before a title."""
    serial = _SERIAL.match(text)
    if serial and serial.end() < len(text):
        return text[serial.end() :].strip()
    marker = leading_marker(text)
    numbered = marker is not None and marker.family in ("1.", "1、", "一、", "（一）")
    return text[marker.end :].strip() if marker and numbered else text


def of_genre(text: str) -> bool:
    """Tell whether a line ends with the name of a kind of speech, spaced out or not."""
    return text[-1] in _GENRE_ENDS and _GENRE.search("".join(text.split())[-REACH:]) is not None


class _Finder:
    """Goes down the rows, and knows whether a speech has begun, and whether it may be over."""

    def __init__(self, pieces: Pieces) -> None:
        self._listed = listed_titles(pieces)
        self._rows = [piece for piece in pieces if piece.role != "dropped"]
        named = {squeezed(piece.text) for piece in self._rows if _NAMED.match(piece.text)}
        self._named = named if len(named) > 1 else set()
        numbered = [
            piece.text
            for piece, below in pairwise(self._rows)
            if len(piece.text) <= LONGEST
            and unnumbered(piece.text) != piece.text
            and _heads(piece.text, below.text)
        ]
        self._numbered = frozenset(numbered if len(numbered) > 1 else ())
        self._begun = self._ended = False
        self._above = ""

    def is_title(self, place: int) -> bool:
        """Tell whether a row is a title, or a row of one; all rows have to be asked for in order."""
        piece = self._rows[place]
        above, self._above = self._above, ""
        if piece.opens:
            self._begun = self._ended = False
        if piece.role == "title" or (piece.role == "" and self._titled(piece, place, above)):
            self._begun = self._ended = False
            self._above = unnumbered(piece.text)
            return True
        if is_paragraph(piece):
            self._begun, self._ended = True, piece.text.endswith(_SENTENCE_ENDS)
        return False

    def _titled(self, piece: Piece, place: int, above: str) -> bool:
        if len(piece.text) > LONGEST + 10 or piece.text[-1] in "。；，、：":
            return False
        words = unnumbered(piece.text)
        if not titlish(words):
            return False
        if piece.text in self._numbered or (self._listed and squeezed(words) in self._listed):
            return True
        following = self._rows[place + 1 : place + 1 + AHEAD]
        parted = _SPACE.search(words) or ("，" in words and following and _occasion(following[0].text))
        couplet = bool(parted) and halves_of(words) is not None
        genre = of_genre(words)
        free = self._ended or not self._begun
        if words != piece.text:
            return free and (couplet or (genre and piece.opens)) and _below(following) is not None
        if following and in_head(following[0].text) == "subtitle":
            return free
        if above and _halves(above, words):
            return True
        known = genre or couplet or squeezed(piece.text) in self._named or _two_rows(words, following)
        return (known or free) and self._stands(piece, words, known, _below(following))

    def _stands(self, piece: Piece, words: str, known: bool, below: Below | None) -> bool:
        """Whether a line stands where a title does, by what is below it."""
        if not self._begun:
            return (known and below is not None) or (below == "address" and piece.opens)
        if self._ended and not known:
            return below == "head" and piece.gap > 0 and not _UNIT.search(words)
        apart = below == "head" or bool(_STANDS_APART.search(piece.text))
        return known and (below == "address" or (self._ended and apart and below is not None))


def _occasion(text: str) -> bool:
    """Whether a line names the occasion of a speech: 在全区重点工作推进会上的发言."""
    return _OCCASION.match(text) is not None and of_genre(text)


def _heads(text: str, below: str) -> bool:
    """Whether a numbered line stands above the lines of a speech's head."""
    return titlish(unnumbered(text)) and (in_head(below) in ("byline", "subtitle") or salutation_end(below) > 0)


def _two_rows(words: str, following: Sequence[Piece]) -> bool:
    """Whether a row and the one below it are the halves of a couplet."""
    return bool(following) and titlish(following[0].text) and _halves(words, following[0].text)


def _halves(first: str, second: str) -> bool:
    return (
        min(len(first), len(second)) >= SHORTEST_ROW
        and halves_of(f"{first} {second}") is not None
        and halves_of(first) is None
        and in_head(first) != "byline"
        and in_head(second) != "byline"
    )


def _first_line(pieces: list[Piece]) -> list[Piece]:
    """Where no title is known by its kind, the last line above the text that could be one is it."""
    result, best = list(pieces), None
    for number, piece in enumerate(pieces):
        if is_paragraph(piece) or leading_marker(piece.text) or salutation_end(piece.text):
            break
        if piece.role == "" and titlish(piece.text) and not (best is not None and in_head(piece.text)):
            best = number
    if best is not None:
        result[best] = pieces[best]._replace(role="title")
    return result


def _below(following: Sequence[Piece]) -> Below | None:
    """What stands below a title: an address, the lines of a head, text; None for more titles."""
    head = False
    for number, piece in enumerate(following):
        if piece.role == "title":
            break
        if salutation_end(piece.text):
            return "address"
        if in_head(piece.text) and (head or number <= 1):
            head = True
        elif is_paragraph(piece) or leading_marker(piece.text) or greeting_end(piece.text):
            return "head" if head else "text"
        elif head or not titlish(piece.text):
            break
    return "head" if head else None

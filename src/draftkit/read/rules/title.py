"""查什么: 每篇讲话的标题：以讲话、发言等结尾的，对偶的，目录里有的，文件里标明的。 依据: 实务。

A title is a line without a sentence's end, above an address, a byline or a paragraph. A speech that
follows another needs more than that: a known kind of title, and an ended speech above it.
"""

import re

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

_GENRE = re.compile(lexicon.TITLE_END)
_NEVER = re.compile(r"[。；;]|[我你].*[！!]$|[，,、：:]$|^[（(\[【—]|[?？!！].")
_COLLECTION = re.compile(lexicon.COLLECTION)
_HAN = re.compile(r"[\u4e00-\u9fff×*]")
_SERIAL = re.compile(
    r"^(?:[【\[(（]?(?:第?[一二三四五六七八九十\d]+篇|篇[一二三四五六七八九十\d]+|(?:范文|例文|发言|材料|讲话)(?:之)?[一二三四五六七八九十\d]+)[】\])）]?[:：、.\s]*)"
)
_NAMED = re.compile(r"^[^：，。；、！？\s]{2,14}：[^。；！？：]{5,40}$")
_UNIT = re.compile(rf"{lexicon.UNIT}$")
_SENTENCE_END = re.compile(r"[。！？…!?”）)：:]$")


def find_titles(pieces: Pieces) -> list[Piece]:
    """Mark the titles; a title that is printed twice above its speech is the last, the others are dropped."""
    listed = listed_titles(pieces)
    named = _named_titles(pieces)
    result = list(pieces)
    open_rows = [n for n, piece in enumerate(pieces) if piece.role != "dropped"]
    begun = ended = False
    for place, number in enumerate(open_rows):
        piece = pieces[number]
        if not piece.role and (len(piece.text) > LONGEST + 5 or not titlish(unnumbered(piece.text))):
            if is_paragraph(piece):
                begun, ended = True, bool(_SENTENCE_END.search(piece.text))
            continue
        following = [pieces[n] for n in open_rows[place + 1 : place + 6]]
        if piece.opens:
            begun = ended = False
        if _titled(piece, following, listed, named, begun, ended):
            begun, ended = True, False
            result[number] = piece._replace(role="title")
        elif is_paragraph(piece):
            begun, ended = True, bool(_SENTENCE_END.search(piece.text))
    if not any(piece.role == "title" for piece in result):
        result = _first_line(result)
    return _joined(_untwinned(result))


def _named_titles(pieces: Pieces) -> frozenset[str]:
    """The lines that name their unit before a title, where several do: 市税务局：当好“店小二”…"""
    rows = [squeezed(piece.text) for piece in pieces if piece.role == "" and _NAMED.match(piece.text)]
    return frozenset(rows if len(set(rows)) > 1 else ())


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
        and len(_HAN.findall(text)) * 2 > len(text)
        and not leading_marker(text)
        and not _COLLECTION.search(text)
        and not salutation_end(text)
        and not greeting_end(text)
    )


def unnumbered(text: str) -> str:
    """Return a line without the number that collections print before a title."""
    serial = _SERIAL.match(text)
    if serial and serial.end() < len(text):
        return text[serial.end() :].strip()
    marker = leading_marker(text)
    return text[marker.end :].strip() if marker and marker.family in ("1.", "1、", "一、", "（一）") else text


def _titled(piece: Piece, following: list[Piece], listed: frozenset[str], named: frozenset[str], begun: bool, ended: bool) -> bool:
    if piece.role in ("title", "subtitle"):
        return piece.role == "title"
    words = unnumbered(piece.text)
    if squeezed(words) in listed:
        return True
    below = _below(following)
    couplet = bool(re.search(r"\s", words) and halves_of(words))
    if words != piece.text:
        return couplet and below in ("address", "head") and (ended or not begun)
    known = bool(_GENRE.search("".join(words.split()))) or couplet or squeezed(piece.text) in named
    if following and in_head(following[0].text) == "subtitle":
        return not begun or ended
    if not begun:
        return (known and below is not None) or (below == "address" and piece.opens)
    if ended and not known:
        return below == "head" and piece.gap > 0 and not _UNIT.search(words)
    return known and (
        below == "address" or (ended and (below == "head" or _stands_apart(piece)) and below is not None)
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


def _stands_apart(piece: Piece) -> bool:
    return bool(re.search(r"\s", piece.text)) or bool(
        re.search(rf"(?:^在|^关于|上的?|中的?){lexicon.TITLE_END}", piece.text)
    )


def _below(following: list[Piece]) -> str | None:
    """What stands below a title: an address, the lines of a head, text; None for more titles."""
    head = False
    for number, piece in enumerate(following):
        if piece.role == "title":
            return None
        if salutation_end(piece.text):
            return "address"
        if in_head(piece.text) and (head or number == 0):
            head = True
        elif is_paragraph(piece) or leading_marker(piece.text) or greeting_end(piece.text):
            return "head" if head else "text"
        elif head or not titlish(piece.text):
            return "head" if head else None
    return "head" if head else None


def _untwinned(pieces: list[Piece]) -> list[Piece]:
    """Of equal titles with no text between them keep the last."""
    result, seen = list(pieces), dict[str, int]()
    for number, piece in enumerate(pieces):
        if piece.role == "title":
            key = squeezed(piece.text)
            if key in seen:
                result[seen[key]] = pieces[seen[key]].drop("metadata")
            seen = {key: number}
        elif piece.role == "" and (
            leading_marker(piece.text) or salutation_end(piece.text) or is_paragraph(piece)
        ):
            seen.clear()
    return result


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Take the second row of a title that is printed in two."""
    result = list(pieces)
    for number, piece in enumerate(pieces[:-1]):
        below = pieces[number + 1]
        if piece.role == "" and below.role == "title" and _continues(piece.text, below.text):
            result[number] = piece._replace(role="title")
    return result


def _continues(first: str, second: str) -> bool:
    bare = "".join(second.split())
    joined = bare.startswith(("暨", "及", "上的", "的")) or (bool(re.search(r"[的上会议暨]$", first)) and len(bare) <= 12)
    return titlish(first) and joined

"""查什么: 标题下的副标题、署名、日期。 依据: 实务；GB/T 9704 7.3.1。"""

import re
from functools import lru_cache

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces, Role
from draftkit.zh.marker import leading_marker

_DATE = re.compile(rf"^[（(〔\[]?\s*{lexicon.DATE}\s*[)）〕\]]?$")
_SUBTITLE = re.compile(lexicon.SUBTITLE)
_BYLINE = re.compile(
    rf"^[（(]?(?:[^。，；：！？]{{0,30}}?(?:{lexicon.UNIT}|{lexicon.OFFICE})[（(]?\s*(?:[一-龥×*xX某]\s*){{0,6}}"
    rf"|(?:[{lexicon.SURNAMES}]\s*(?:[一-龥×*xX某]\s*){{1,3}}|[×*xX某]\s*(?:[一-龥×*xX某]\s*){{0,3}}))[)）]?$"
)
_NAMED = re.compile(
    r"^(?:述职|发言|汇报|报告|主讲|讲话|演讲|宣讲|主持|撰稿|述评|致辞)(?:人|者|单位)\s*[:：]|^(?:单位|姓名|职务)\s*[:：]"
)
_BRACKETED = re.compile(rf"^[（(]在.{{4,40}}[上中]的?{lexicon.GENRE}[)）]$")
_NOTE = re.compile(r"^[（(〔\[][^（）()]{2,40}[)）〕\]]$")
_END = re.compile(r"[。！？；：，、!?;:,…]$")
LONGEST = 40


def in_head(text: str) -> Role:
    """Return what a line under a title is: "subtitle", "date", "byline", "dropped" for a note
    in brackets, "" where it is none of them."""
    return "" if len(text) > LONGEST + 20 or text[-1] in "。；，、" else _in_head(text)


# Several rules ask it of the same line.
@lru_cache(maxsize=1024)
def _in_head(text: str) -> Role:
    if _SUBTITLE.match(text):
        return "subtitle"
    if _DATE.match(text):
        return "date"
    if _BRACKETED.match(text):
        return "subtitle"
    if _NOTE.match(text) and not _BYLINE.match(text):
        return "dropped"
    if len(text) <= LONGEST and _NAMED.match(text):
        return "byline"
    if len(text) <= LONGEST and not _END.search(text) and _BYLINE.match(text) and not leading_marker(text):
        return "byline"
    return ""


def find_head_lines(pieces: Pieces) -> list[Piece]:
    """Mark the lines between a title and its speech; what is there a second time is publication data."""
    result: list[Piece] = []
    seen: set[Role] | None = None
    for piece in pieces:
        if piece.role == "title":
            seen = set()
        elif piece.role == "" and seen is not None:
            role = in_head(piece.text)
            if not role:
                seen = None
            elif role in seen or role == "dropped":
                piece = piece.drop("metadata")
            else:
                seen.add(role)
                piece = piece._replace(role=role)
        result.append(piece)
    return result

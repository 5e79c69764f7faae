"""查什么: 半角标点，包括整篇用“.”作句号的。 依据: GB/T 15834。

From here on the rules see full-width marks; places and characters of the source stay as they are.
"""

import re

from draftkit.read.page import Piece, Pieces

_NARROW = re.compile(r"[,:;!?](?!\d)|(?<!\d)[,:;!?]|[()]")
_SIGN = re.compile("[,:;!?()]")
_WIDE = {",": "，", ":": "：", ";": "；", "!": "！", "?": "？", "(": "（", ")": "）"}
_DOT = re.compile(r"(?<=[\u4e00-\u9fff”’\"）)%])[.．](?=[\u4e00-\u9fff“‘\"（(]|$)")
LEAST = 5
"""Dots that end sentences, in a text without 。, from which on they are its stops (our own)."""


def widen_marks(pieces: Pieces) -> list[Piece]:
    """Let each piece have full-width punctuation; a dot is a stop where the text has no other."""
    open_texts = [piece.text for piece in pieces if piece.role != "dropped"]
    dots = (
        0 if any("。" in text for text in open_texts) else sum(len(_DOT.findall(text)) for text in open_texts)
    )
    result = []
    for piece in pieces:
        text = piece.text
        if piece.role != "dropped":
            text = widened(text)
            text = _DOT.sub("。", text) if dots >= LEAST else text
        result.append(piece if text == piece.text else piece._replace(text=text))
    return result


def widened(text: str) -> str:
    """Return a text with its half-width stops, commas and brackets in full width, figures as they are."""
    if not _SIGN.search(text):
        return text
    return _NARROW.sub(lambda found: _WIDE[found[0]], text)

"""查什么: 网页的样式、脚本、标签留在正文里的碎片。 依据: 实务。

.TRS_Editor P{margin:0;}同志们：  →  the rule of style is cut off, the words stay
"""

import re
from collections.abc import Iterable

from draftkit.read.page import Piece, Pieces

_STYLE = r"(?:[.#@*]?[A-Za-z][\w\s.,#:>@-]{0,60}|[.#][\w-]{1,40}|<!--[^>]*)\{[^{}]{0,600}\}"
_TAG = r"</?[A-Za-z][^<>]{0,300}>|<!--.{0,300}?-->|&(?:nbsp|amp|lt|gt|quot|ldquo|rdquo|mdash);"
_SCRIPT = (
    r"(?:var|let|const)\s+\w+\s*=[^;]{0,300};"
    r"|(?:function\s*\w*\([^)]{0,80}\)|document\.\w+|window\.\w+|\$\()[^\u4e00-\u9fff]{0,300}"
)
_CODE = re.compile(rf"(?:(?:{_STYLE}|{_TAG}|{_SCRIPT})\s*)+")
_HAN = re.compile("[\u4e00-\u9fff]")
_SIGNS = re.compile("[{}<>=&]")


def drop_code(pieces: Pieces) -> list[Piece]:
    """Set style sheets, scripts and tags aside."""
    return [part for piece in pieces for part in _parted(piece)]


def _parted(piece: Piece) -> Iterable[Piece]:
    if piece.role == "dropped" or not _SIGNS.search(piece.text):
        return (piece,)
    found = [(one.start(), one.end()) for one in _CODE.finditer(piece.text)]
    left = _CODE.sub("", piece.text)
    if _is_code(piece.text) and (not found or _is_code(left) or not _HAN.search(left)):
        return (piece.drop("navigation"),)
    if not found:
        return (piece,)
    dropped = {piece.start + start for start, _ in found}
    parts = piece.cut(*(place for pair in found for place in pair))
    return (part.drop("navigation") if part.start in dropped else part for part in parts)


def _is_code(text: str) -> bool:
    signs = len(re.findall(r"[{}();=<>$\"'.:#-]", text))
    words = len(_HAN.findall(text))
    return signs >= 4 and signs > words and bool(re.search(r"[{}<>]|\(\)|=|;$", text))

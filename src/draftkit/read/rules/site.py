"""查什么: 水印、广告、联系方式、导航、发布信息，独占一行或夹在括号里。 依据: 实务。

A line is debris where the words of sites are most of it, or where it holds none of a speech's sentences.
"""

import re

from draftkit.read import lexicon
from draftkit.read.page import Piece, Pieces
from draftkit.tree import Why

_KINDS: tuple[tuple[Why, re.Pattern[str]], ...] = (
    ("truncation", re.compile(lexicon.TRUNCATION)),
    ("advert", re.compile(f"{lexicon.ADVERT}|{lexicon.ADDRESS}")),
    ("metadata", re.compile(lexicon.METADATA)),
    ("navigation", re.compile(lexicon.NAVIGATION)),
    ("watermark", re.compile(lexicon.WATERMARK)),
)
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _KINDS))
_LINE = re.compile(f"{lexicon.PAGE}|{lexicon.MENU}")
_WRITTEN = re.compile(r"[\u3400-\u9fff×*○]|_{2}")
"""What a line of a text has at least one of; lines of signs alone are noise that a site has strewn in."""
_NOTICE = re.compile(r"(?:(?<![.…·])[.…·]+\s*)?[（(【\[][^（()）【】\[\]]{0,80}[)）】\]]\s*[.…·]*")
_SENTENCE = re.compile(r"[^。；！？]{12,}[。；]")
_SURE = re.compile(
    r"小编|范文君|为(?:大家|您|你)(?:整理|收集|带来|分享|准备|搜集|精选)|内容由互联网用户|本站(?:部分)?内容"
)
_GATE = re.compile(
    r"[A-Za-z@|©>»›★¥￥【\[]|[小本版侵转会下订公预省试未全](?:编|站|网|文由|权|载|员|阅|众号|览|略|读|完)"
)
_ORDINALS = frozenset("一二三四五六七八九十（(第1234567890")
SPOKEN = 60
"""Characters from which on a line that ends in a stop is taken for speech until a word of sites is seen."""
_CUT = re.compile(r"(?:全文|当前|省略|还剩|剩余|预览|未完).{0,12}\d+\s*(?:字|页|%)")
LONGEST = 120
"""Characters that a line of debris has at most; a longer one needs several of its words (our own)."""


def drop_site_lines(pieces: Pieces) -> list[Piece]:
    """Set aside the lines, and the notices in brackets, that a site has put around or into a text."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.role == "dropped":
            result.append(piece)
        elif len(piece.text) <= LONGEST and (_LINE.match(piece.text) or not _WRITTEN.search(piece.text)):
            result.append(piece.drop("navigation"))
        elif _suspect(piece.text) and _ANY.search(piece.text) and (why := _debris(piece.text)):
            result.append(piece.drop(why))
        else:
            result += _without_notices(piece)
    return result


def _suspect(text: str) -> bool:
    """Whether a line could be debris at all: a paragraph's looks and no word of sites speak against it."""
    if len(text) > 3 * LONGEST:
        return False
    if (len(text) > SPOKEN and text[-1] in "。；") or text[0] in _ORDINALS:
        return _GATE.search(text) is not None
    return True


def _debris(text: str) -> Why | None:
    if _SURE.search(text):
        return "advert"
    if len(text) <= LONGEST and _CUT.search(text):
        return "truncation"
    cues = [found for _, pattern in _KINDS for found in pattern.finditer(text)]
    covered = sum(found.end() - found.start() for found in cues)
    sentence = _SENTENCE.search(text)
    few = 1 if not sentence else 2
    if len(cues) < few or len(text) > LONGEST * len(cues) or (sentence and covered * 6 < len(text)):
        return None
    if sentence is None and covered * 10 < len(text) and not re.search(lexicon.ADDRESS, text):
        return None
    return next(why for why, pattern in _KINDS if pattern.search(text))


def _without_notices(piece: Piece) -> list[Piece]:
    places = [
        found.span() for found in _NOTICE.finditer(piece.text) if _ANY.search(found[0]) and _debris(found[0])
    ]
    if not places:
        return [piece]
    starts = {piece.start + start for start, _ in places}
    return [
        part.drop("truncation") if part.start in starts else part
        for part in piece.cut(*(place for pair in places for place in pair))
    ]

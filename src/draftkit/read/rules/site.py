"""查什么: 水印、广告、联系方式、导航、发布信息、页码，独占一行或夹在括号里。 依据: 实务。

A line is debris where the words of sites are most of it, or where it holds none of a speech's sentences.
"""

import re

from draftkit.read import site_words
from draftkit.read.page import Piece, Pieces
from draftkit.tree import Why
from draftkit.zh.marker import leading_marker

_KINDS: tuple[tuple[Why, re.Pattern[str]], ...] = (
    ("truncation", re.compile(site_words.TRUNCATION)),
    ("advert", re.compile(site_words.ADVERT)),
    ("advert", re.compile(site_words.ADDRESS)),
    ("metadata", re.compile(site_words.METADATA)),
    ("navigation", re.compile(site_words.NAVIGATION)),
    ("watermark", re.compile(site_words.WATERMARK)),
)
# Every alternative begins with a plain character: such a pattern is searched for ten times as fast.
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _KINDS if pattern.pattern != site_words.ADDRESS))
_ADDRESS = re.compile(site_words.ADDRESS)
_SIGN = re.compile("[.@/]")
_PAGE = re.compile(site_words.PAGE)
_MENU = re.compile(site_words.MENU)
_STARTS = re.compile(site_words.METADATA_START)
_ENDS = re.compile(site_words.METADATA_END)
_LAST = frozenset("稿)）印报览读击载")
"""The characters with which such a line ends."""
_WRITTEN = re.compile(r"[\u3400-\u9fff×*○]|_{2}")
"""What a line of a text has at least one of; lines of signs alone are noise that a site has strewn in."""
_ORDINALS = frozenset("一二三四五六七八九十")
_BRACKETS = re.compile(r"[（(【\[]")
_NOTICE = re.compile(r"[（(【\[][^（()）【】\[\]]{0,80}[)）】\]]\s*[.…·]*")
_SENTENCE = re.compile(r"[^。；！？]{12}[。；]")
_SURE = re.compile(r"小编|范文君|为大家整理|为大家收集|为您整理|为您收集|内容由互联网用户|本站内容|本站部分")
_CUT = re.compile(r"(?:全文|当前|省略|还剩|剩余|预览|未完).{0,12}\d+\s*(?:字|页|%)")
_GATE = re.compile(
    "小编|本站|本网|版权|侵权|转载|会员|下载|订阅|公众号|微信|预览|省略|试读|未完|全文|首页|仅供|网站|QQ|VIP|www|http"
)
_SPOKEN_OF = re.compile("(?:网站|网址|官网|门户网?|平台|邮箱|信箱)$")
LONGEST = 120
"""Characters that a line of debris has at most; a longer one needs several of its words (our own)."""
SPOKEN = 60
"""Characters from which on a line that ends as a sentence is taken for speech until `_GATE` is found in it."""
SHORT = 40
"""Characters of a line of publication data at most (our own)."""


def drop_site_lines(pieces: Pieces) -> list[Piece]:
    """Set aside the lines, and the notices in brackets, that a site has put around or into a text."""
    result: list[Piece] = []
    for piece in pieces:
        if piece.role == "dropped":
            result.append(piece)
            continue
        noticed = _BRACKETS.search(piece.text) is not None
        if why := _of_line(piece.text) or _of_words(_spoken(piece.text) if noticed else piece.text):
            result.append(piece.drop(why))
        elif noticed:
            result += _without_notices(piece)
        else:
            result.append(piece)
    return result


def _of_line(text: str) -> Why | None:
    """Why a line is debris by its looks: a page number, a menu, noise, publication data."""
    if len(text) > LONGEST:
        return None
    paged = len(text) <= SHORT and _PAGE.match(text)
    if paged or (_parted(text) and _MENU.match(text) and not leading_marker(text)) or not _WRITTEN.search(text):
        return "navigation"
    if len(text) > SHORT:
        return None
    return "metadata" if _STARTS.match(text) or (text[-1] in _LAST and _ENDS.search(text)) else None


def _parted(text: str) -> bool:
    return "|" in text or "｜" in text or len(text.split(None, 1)) > 1


def _spoken(text: str) -> str:
    """A line without its notices, where a sentence is left; else the line."""
    if len(text) <= SPOKEN // 2 or not _NOTICE.search(text):
        return text
    left = _NOTICE.sub("", text)
    return left if _SENTENCE.search(left) else text


def _has_words(text: str) -> bool:
    return bool(_ANY.search(text) or (_SIGN.search(text) and _ADDRESS.search(text)))


def _of_words(text: str) -> Why | None:
    """Why a line is debris by the words of sites in it."""
    spoken = (len(text) > SPOKEN and text[-1] in "。；！") or text[0] in _ORDINALS
    if len(text) > 3 * LONGEST or (spoken and not _GATE.search(text)) or not _has_words(text):
        return None
    if _SURE.search(text):
        return "advert"
    if len(text) <= LONGEST and _CUT.search(text):
        return "truncation"
    cues = [found for _, pattern in _KINDS for found in pattern.finditer(text)]
    covered = sum(found.end() - found.start() for found in cues)
    sentence = _SENTENCE.search(text)
    if len(cues) < (2 if sentence else 1) or len(text) > LONGEST * len(cues):
        return None
    if covered * (6 if sentence else 10) < len(text) and (sentence or not _ADDRESS.search(text)):
        return None
    return next(why for why, pattern in _KINDS if pattern.search(text))


def _without_notices(piece: Piece) -> list[Piece]:
    places = [
        (_with_dots(piece.text, found.start()), found.end())
        for found in _NOTICE.finditer(piece.text)
        if _of_words(found[0]) and not _is_told(piece.text, found)
    ]
    if not places:
        return [piece]
    starts = {piece.start + start for start, _ in places}
    return [
        part.drop("truncation") if part.start in starts else part
        for part in piece.cut(*(place for pair in places for place in pair))
    ]


def _is_told(text: str, notice: re.Match[str]) -> bool:
    """Whether a notice is no more than the address of a site, or a box for mail, that the text speaks of."""
    return bool(_ADDRESS.fullmatch(notice[0].strip("（()）")) and _SPOKEN_OF.search(text, 0, notice.start()))


def _with_dots(text: str, place: int) -> int:
    """Where the dots begin that stand before a notice."""
    while place and text[place - 1] in ".…·":
        place -= 1
    return place

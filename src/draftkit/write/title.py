"""Where a title turns: a couplet on one row or two, a long title in rows of like length.

规定 (GB/T 9704-2012, 7.3.1): 回行时词意完整、排列对称、长短适宜, 梯形或菱形. How the place is found is
our own: every place near an even division has a price, and so has unevenness; the cheapest rows win.
Widths are in half-widths: a Chinese character is two, a Latin letter or a digit one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, pairwise
from typing import Final

ROOM = 40  # 20 characters of 二号 in 156 mm: 442.2 pt / 22 pt
GAP = "\u3000"  # between the halves of a couplet on one row: two half-widths

_LEAST = 6  # no row of one or two characters
_REACH = 14  # how far from an even division a row may end

_FORBIDDEN: Final = None
_AFTER_STOP = 0
_AFTER_TURN = 4
_BEFORE_VERB = 6
_BETWEEN_WORDS = 8
_BESIDE_WORD = 13
_ANYWHERE = 20
_IN_WORD = 44
_IN_QUOTES = 60
_HOURGLASS = 12

_Edges = Mapping[int, str | None]
"""Places where a word begins or ends, with the word itself if it is a verb."""

_STOPS = "，、：；。！？ \u3000"
_TURNS = re.compile("(?:关于|的|暨|和|与|及|会|上|中|下)$")
_DIGITS = frozenset("0123456789")
_NEVER_FIRST = "，、：；。！？）》】」』”’〉…%％ \u3000的上中下之了年月日号"
_NEVER_LAST = "（《【「『“‘〈在以为对从将把向让第"
_QUOTES = re.compile("《[^》]*》|“[^”]*”|‘[^’]*’|（[^）]*）|「[^」]*」")
_ONE_PIECE = re.compile(r"[!-~]+|——|……")
# Words that titles of speeches are made of: a row does not end within one. Not a dictionary: what is
# missing costs no more than a less happy turn.
_WORDS = re.compile(
    "习近平|中国特色|社会主义|思想|新时代|中国共产党|营商环境|老旧小区|"
    "城市更新|基层治理|乡村振兴|产业体系|十[一二三四五]五|高质量|现代化|党支部|党工委|党委|党组|党建|党员|干部|支部|书记|主任|"
    "全国|全省|全市|全县|全区|全镇|全院|全校|街道|乡镇|社区|基层|机关|企业|学校|医院|农村|乡村|城市|老旧|小区|"
    "工作|会议|大会|交流|发言|讲话|报告|座谈|研讨|经验|汇报|述职|动员|部署|表彰|总结|现场|专题|培训|"
    "发展|改革|创新|治理|服务|管理|振兴|更新|改造|保障|监督|教育|学习|实践|"
    "营商|环境|生态|文明|文化|经济|社会|民生|安全|生产|群众|人民|人才|队伍|作风|廉政|纪律|"
    "主题|任务|目标|责任|体系|机制|能力|水平|质量|项目|产业|科技|数字|网格|"
    "(?P<verb>推进|推动|深化|优化|加强|加快|坚持|聚焦|打造|构建|促进|完善|强化|提升|落实|引领|建设|开展|贯彻|绘就|谱写)"
)


def width_of(text: str) -> int:
    """Return the width in half-widths."""
    return sum(1 if one < "\u0100" else 2 for one in text)


def fit_one_row(halves: Sequence[str]) -> bool:
    """Tell whether the halves of a couplet stand side by side, gaps counted."""
    return width_of(GAP.join(halves)) <= ROOM


def row_starts(title: str) -> tuple[int, ...]:
    """Return the places in `title` at which its second, third … row begins, () where it needs none.

    A title that no rule can divide (one long Latin word) gets () too: the word processor turns it.
    """
    total = width_of(title)
    fewest = -(-total // ROOM)
    if fewest < 2:
        return ()
    prices = _prices(title)
    for count in (fewest, fewest + 1, fewest + 2):
        divisions = _divisions(title, prices, count)
        best = min(divisions, default=None)
        if best:
            return best[1]
    return ()


def _divisions(title: str, prices: Sequence[int | None], count: int) -> list[tuple[int, tuple[int, ...]]]:
    ends = [0]
    for one in title:
        ends.append(ends[-1] + width_of(one))
    aims = [ends[-1] * row / count for row in range(1, count)]
    near = [
        place
        for place in range(1, len(title))
        if prices[place] is not None and min(abs(ends[place] - aim) for aim in aims) <= _REACH
    ]
    found = []
    for places in combinations(near, count - 1):
        widths = [ends[end] - ends[start] for start, end in pairwise((0, *places, len(title)))]
        if min(widths) >= _LEAST and max(widths) <= ROOM:
            found.append((sum(prices[place] or 0 for place in places) + _unevenness(widths), places))
    return found


def _unevenness(widths: Sequence[int]) -> int:
    waists = sum(
        _HOURGLASS
        for above, row, below in zip(widths, widths[1:], widths[2:], strict=False)
        if row < above and row < below
    )
    return max(widths) - min(widths) + waists


def _prices(title: str) -> list[int | None]:
    prices = [_price(title, place) for place in range(len(title))]
    words = list(_WORDS.finditer(title))
    starts = {word.start(): word["verb"] for word in words}
    ends = {word.end(): word["verb"] for word in words}
    for place, price in enumerate(prices):
        if price == _ANYWHERE:
            prices[place] = _price_beside(place, starts, ends)
    _raise(prices, words, _IN_WORD)
    _raise(prices, _QUOTES.finditer(title), _IN_QUOTES)
    _raise(prices, _ONE_PIECE.finditer(title), _FORBIDDEN)
    return prices


def _price(title: str, place: int) -> int | None:
    last, first = title[place - 1], title[place]
    if first in _NEVER_FIRST or last in _NEVER_LAST:
        return _FORBIDDEN
    if last in _STOPS:
        return _AFTER_STOP
    if _TURNS.search(title, 0, place):
        return _AFTER_TURN
    return _IN_WORD if last in _DIGITS else _ANYWHERE


def _price_beside(place: int, starts: _Edges, ends: _Edges) -> int:
    if ends.get(place):
        return _ANYWHERE  # a verb and its object stay together
    if starts.get(place):
        return _BEFORE_VERB
    if place in starts and place in ends:
        return _BETWEEN_WORDS
    return _BESIDE_WORD if place in starts or place in ends else _ANYWHERE


def _raise(prices: list[int | None], pieces: Iterable[re.Match[str]], price: int | None) -> None:
    for piece in pieces:
        for place in range(piece.start() + 1, piece.end()):
            old = prices[place]
            prices[place] = None if old is None or price is None else max(old, price)

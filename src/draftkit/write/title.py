"""Where a title turns: a couplet on one row or two, a long title in rows of like length.

规定 (GB/T 9704-2012, 7.3.1): 回行时词意完整、排列对称、长短适宜, 梯形或菱形. How the place is found is
our own: every place near an even division has a price, and so has unevenness; the cheapest rows win.
Widths are in half-widths: a Chinese character is two, a Latin letter or a digit one.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations, pairwise
from typing import Final

from draftkit.zh.words import words_of

ROOM = 40  # 20 characters of 二号 in 156 mm: 442.2 pt / 22 pt
GAP = "\u3000"  # between the halves of a couplet on one row: two half-widths

_MOST_ROWS = 4  # the divisions grow with the power of the rows; no real title has more
_LEAST = 6  # no row of one or two characters
_REACH = 14  # how far from an even division a row may end

_FORBIDDEN: Final = None
_AFTER_STOP = 0
_AFTER_TURN = 4
_BEFORE_VERB = 6
_BETWEEN_WORDS = 16
_AFTER_VERB = 20
_IN_WORD = 44
_IN_QUOTES = 60
_HOURGLASS = 12

_STOPS = "，、：；。！？ \u3000"
_TURNS = re.compile("(?:关于|的|会|上|中|下)$")
# The commonest verbs of titles: a row may begin with one, and does not end with one, away from its object.
_VERBS = re.compile(
    "推进|推动|深化|优化|加强|加快|坚持|聚焦|打造|构建|促进|助推|完善|强化|提升|落实|引领|开展|贯彻|绘就|谱写"
)
_DIGITS = frozenset("0123456789")
_NEVER_FIRST = "，、：；。！？）》】」』”’〉…%％ \u3000的上中下之了年月日号"
_NEVER_LAST = "（《【「『“‘〈在以为对从将把向让第和与及暨"
_QUOTES = re.compile("《[^》]*》|“[^”]*”|‘[^’]*’|（[^）]*）|「[^」]*」")
_ONE_PIECE = re.compile(r"[!-~]+|——|……")


def width_of(text: str) -> int:
    """Return the width in half-widths."""
    return sum(1 if one < "\u0100" else 2 for one in text)


def fit_one_row(halves: Sequence[str], room: int = ROOM) -> bool:
    """Tell whether the halves of a couplet stand side by side in `room`, gaps counted."""
    return width_of(GAP.join(halves)) <= room


def row_starts(title: str, room: int = ROOM) -> tuple[int, ...]:
    """Return the places in `title` at which its second, third … row begins, () where it needs none.

    `room` is the width of a row. A title that no rule can divide (one long Latin word, more than four rows)
    gets () too: the word processor turns it.
    """
    total = width_of(title)
    fewest = -(-total // room)
    if fewest < 2:
        return ()
    prices = _prices(title)
    for count in range(fewest, min(fewest + 2, _MOST_ROWS) + 1):
        divisions = _divisions(title, prices, count, room)
        best = min(divisions, key=lambda one: (one[0], [-place for place in one[1]]), default=None)
        if best:
            return best[1]
    return ()


def _divisions(
    title: str, prices: Sequence[int | None], count: int, room: int
) -> list[tuple[int, tuple[int, ...]]]:
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
        if min(widths) >= _LEAST and max(widths) <= room:
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
    edges = set(accumulate(map(len, words_of(title))))
    prices = [_price(title, place, place in edges) for place in range(len(title))]
    _raise(prices, _QUOTES.finditer(title), _IN_QUOTES)
    _raise(prices, _ONE_PIECE.finditer(title), _FORBIDDEN)
    return prices


def _price(title: str, place: int, between_words: bool) -> int | None:
    last, first = title[place - 1], title[place]
    if first in _NEVER_FIRST or last in _NEVER_LAST:
        return _FORBIDDEN
    if last in _STOPS:
        return _AFTER_STOP
    if not between_words or last in _DIGITS:
        return _IN_WORD
    if _TURNS.search(title, 0, place):
        return _AFTER_TURN
    if _VERBS.search(title[max(place - 2, 0) : place]):
        return _AFTER_VERB
    return _BEFORE_VERB if _VERBS.match(title, place) else _BETWEEN_WORDS


def _raise(prices: list[int | None], pieces: Iterable[re.Match[str]], price: int | None) -> None:
    for piece in pieces:
        for place in range(piece.start() + 1, piece.end()):
            old = prices[place]
            prices[place] = None if old is None or price is None else max(old, price)

"""对偶: the balanced halves of a title."""

import re
from functools import lru_cache

from draftkit.tree import Speech, text_of
from draftkit.zh.verbs import starts_with_verb

_SPACE = re.compile(r"\s+")
_COMMA = re.compile(r"[，,；;]")
_NAME = re.compile(r"^[^：:，,\s]{2,20}[：:]\s*")
_QUOTES = re.compile(r"[“”‘’\"'「」『』《》]")
_NO_HALF = re.compile(
    r"(?:讲话|发言|致辞|致词|汇报|报告|材料|总结|主持词|讲稿|党课|体会|稿|提纲|经验|做法|述职|演讲)(?:[（(].*[)）])?$|^关于|^在.*[上中]的|[。：:]"
)
_SEVEN = frozenset("强建促谋聚提创助谱增开铸赢绘启写兴树惠添展当立抓守护育夯扬出攀担保求拓筑争")
"""The verb in the middle of a line of four and three: 凝心聚力促发展 (实务)."""
_LEADING = frozenset("以在让把为从向因与将")
"""Words that lead up to a verb: a half that begins so has another that does."""
SHORTEST = 4
MOST_UNEVEN = 1.6
"""How much longer than the other a half may be where the title itself parts them (实务: 8/10, 9/11)."""


def halves_in(speech: Speech) -> tuple[str, ...] | None:
    """Return the halves of a speech's title, as the tree or its words part them; None for no couplet."""
    printed = tuple(text_of(half) for half in speech.title)
    return printed if len(printed) > 1 else halves_of(printed[0]) if printed else None


@lru_cache(maxsize=1024)
def halves_of(title: str) -> tuple[str, ...] | None:
    """Return the halves of a couplet, parted by a space, a comma or nothing; None where it is none.

    A name printed before it (张三：…) is not part of it. 实务: equal length is not needed.
    """
    words = _NAME.sub("", title.strip())
    for parter in (_SPACE, _COMMA):
        parts = [part for part in parter.split(words) if part]
        if len(parts) > 1:
            return tuple(parts) if len(parts) <= 4 and _balanced(parts, MOST_UNEVEN) else None
    return _glued(words)


def is_half(words: str) -> bool:
    """Whether words can be half of a couplet: neither too short nor the name of a kind of speech."""
    return len(words) >= SHORTEST and not _NO_HALF.search(words)


def _balanced(parts: list[str], most: float) -> bool:
    lengths = [len(_QUOTES.sub("", part)) for part in parts]
    return (
        min(lengths) >= (SHORTEST if len(parts) < 3 else SHORTEST - 1)
        and max(lengths) <= min(lengths) * most
        and not any(_NO_HALF.search(part) for part in parts)
    )


def _glued(words: str) -> tuple[str, ...] | None:
    if not 10 <= len(words) <= 32 or _NO_HALF.search(words):
        return None
    if len(words) == 14 and words[4] in _SEVEN and words[11] in _SEVEN:
        return words[:7], words[7:]
    if not starts_with_verb(words) or (words[0] in _LEADING and words[0] not in words[SHORTEST:]):
        return None
    middle = len(words) / 2
    places = [
        place
        for place in range(SHORTEST, len(words) - SHORTEST + 1)
        if starts_with_verb(words, place)
        and _balanced([words[:place], words[place:]], 1.25)
        and _whole(words, place)
    ]
    if not places:
        return None
    best = min(places, key=lambda place: abs(place - middle))
    return words[:best], words[best:]


def _whole(words: str, place: int) -> bool:
    """No quotation is cut, and the verb does not hang on the words before it."""
    before = words[:place]
    opened = sum(before.count(mark) for mark in "“‘《「") - sum(before.count(mark) for mark in "”’》」")
    return opened == 0 and not re.search(r"(?:[的地得为以在把让和及向对从将不]|(?<!参)与)$", before)

"""The fixed words that a series of phrases repeats in the same place (实务: 办好…的事, 由…变…)."""

import re
from collections.abc import Sequence
from operator import eq

from draftkit.zh.verbs import starts_with_verb

_NUMERAL = re.compile("[一二三四五六七八九十两几半0-9]")
_PIVOTS = frozenset("有为在到得更越与和把让以用能可会要不无成化就是靠向从出好包变一零")
"""Characters that hold a pattern together from within a phrase."""
_ENDS = frozenset("化强多少好高低快慢优实准牢稳足美新亮清明深广大小严畅通齐全位来去起紧活细硬点批好事人关动")
"""Characters that end a predicate, or a coined name; of other nouns the last character is no frame."""
_EMPTY = frozenset("的了第、，#×*“”")


def numbered(phrase: str) -> str:
    """Return the phrase with its numerals as one sign, so that 一次, 两次 and 三次 are one word."""
    return _NUMERAL.sub("#", phrase)


def repeats(phrases: Sequence[str]) -> bool:
    """Tell whether phrases repeat a word in the same place: the first, the last of a predicate, two
    characters and more anywhere, one that holds the phrase together, or, in phrases of one length, any."""
    words = [numbered(phrase) for phrase in phrases]
    lengths = [len(word) for word in words]
    near = max(lengths) <= 1.8 * min(lengths)
    even = len(set(lengths)) == 1 and lengths[0] > 4
    first, last = words[0][0], words[0][-1]
    if first not in _EMPTY and all(word[0] == first for word in words):
        return True
    if last in _ENDS and all(word[-1] == last for word in words):
        return True
    lines = (phrases, words) if words != [*phrases] else (words,)
    return any(_aligned(one, even, near) or _aligned([w[::-1] for w in one], even, near) for one in lines)


def may_repeat(clauses: Sequence[str], shortest: int, longest: int, most: float) -> list[int]:
    """Return where three clauses begin that could repeat a word in the same place, told fast: the first may
    begin and the last may end with words that are not theirs, so that only the middle one's length is known;
    it is at most `most` times that of another."""
    found = []
    for start, (first, middle, last) in enumerate(zip(clauses, clauses[1:], clauses[2:], strict=False)):
        if (
            shortest <= len(middle) <= longest
            and len(first) >= shortest <= len(last)
            and (any(map(eq, middle, last)) or any(map(eq, first[::-1], middle[::-1])))
            and len(middle) <= most * min(len(first), len(last))
            and _in_place(first, middle, last)
        ):
            found.append(start)
    return found


def _in_place(first: str, middle: str, last: str) -> bool:
    """Whether a character of all has one place in the last two, or, from the end, in the first two."""
    shared = set(middle).intersection(first, last) - _EMPTY
    pairs = (*zip(middle, last, strict=False), *zip(reversed(first), reversed(middle), strict=False))
    return len(shared) > 0 and any(one == other and one in shared for one, other in pairs)


def _aligned(words: Sequence[str], even: bool, near: bool) -> bool:
    """Whether characters of one place, counted from the start, are the same in all."""
    run = ""
    for place, column in enumerate(zip(*words, strict=False)):
        one = column[0]
        if column.count(one) < len(column):
            run = ""
            continue
        run += one
        if len(run) > 1 and not set(run) <= _EMPTY and (near or place < 2):
            return True
        if one not in _EMPTY and (one in _PIVOTS or even):
            return True
        if place == 1 and one not in _EMPTY and all(len(word) <= 8 for word in words):
            return True
    return False


_FIGURE = re.compile(
    r"(?:达到?|增长|下降|提高|降低|完成|累计|共|约|超|占比?|近)了?\s*[\d×*xX.]+"
    r"|\d[\d.]*\s*[一-龥%％]{1,4}$|[×*xX]\s*(?:余|多)?(?:个|名|次|家|户|人|件|项|条|处|支|台|场|座|万|元|%|％)*$|^[\d×*NnXx]+\s*(?:个|名|次|家|户|人|件|项|条|处|支|台|场|座)|第.阶段"
)


_SIGN = re.compile(r"[\d×*xXNn.第]")
"""Stands in whatever `_FIGURE` finds."""

_NOUN = re.compile(
    r"(?:工程|平台|队|会|车|清单|机制|制度|中心|小组|站|(?<!一)点|项目|活动|人才|基地|基金|办法|方案|体系|模式|员|户|室|所|院|校"
    r"|厂|园|区|村|镇|社区|街道|市场|企业|单位|部门|组织|干部|党员|群众|网|卡|表|册|书|款|费|金|经费|岗|同志|机)$"
)


def is_name(phrase: str) -> bool:
    """Tell whether a phrase is the name of a thing: plain lists of names are no parallel."""
    return _NOUN.search(phrase) is not None and "的" not in phrase and not starts_with_verb(phrase)


def is_statistic(phrase: str) -> bool:
    """Tell whether a phrase says a figure: statistics are no parallel."""
    return _SIGN.search(phrase) is not None and _FIGURE.search(phrase) is not None

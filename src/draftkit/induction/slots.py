"""What a slot is called: by the fixed words around it, its place in the clause and its fillings (our own)."""

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from draftkit.induction.marks import MARKS
from draftkit.zh.numerals import to_numeral
from draftkit.zh.verbs import VERB

CLOSED_SETS = tuple(
    map(
        frozenset,
        ("把让使将令", "在从于", "要须应", "是为", "以用靠凭", "向朝", "和与同", "更再", "已将正", "上中下里"),
    )
)
"""Words of one character that stand for one another at the same place of a frame (实务)."""

_OPENERS = MARKS - {"“", "‘", "《", "、"}
_NUMERAL = re.compile(r"[一二三四五六七八九十两百几0-9]+")
_COUNT = re.compile("[一二三四五六七八九十两]")


class Place(NamedTuple):
    """A slot in its pattern: the fixed words before it and after it, and its fillings."""

    before: str
    after: str
    values: tuple[str, ...]

    @property
    def opens(self) -> bool:
        """Whether a clause begins here."""
        return not self.before or self.before[-1] in _OPENERS

    @property
    def closes(self) -> bool:
        """Whether the member ends here."""
        return not self.after.strip("。！")

    @property
    def listed(self) -> bool:
        """Whether it stands in a list of the same clause."""
        return self.before.endswith("、") or self.after.startswith("、")


def closed_set(values: Sequence[str]) -> tuple[str, ...]:
    """Return the values, sorted, where all are of one closed set of words, else nothing."""
    if not values or len(values[0]) != 1:
        return ()
    seen = frozenset(values)
    return tuple(sorted(seen)) if len(seen) > 1 and any(seen <= one for one in CLOSED_SETS) else ()


def names_of(places: Sequence[Place]) -> list[str]:
    """Return a name for each slot of a pattern, each an identifier, none twice."""
    used: dict[str, int] = {}
    names = []
    for place in places:
        name = next(name for name, holds in _RULES if holds(place))
        used[name] = used.get(name, 0) + 1
        names.append(name if used[name] == 1 else f"{name}{to_numeral(used[name])}")
    return names


def _numeral(place: Place) -> bool:
    return all(_NUMERAL.fullmatch(value) for value in place.values)


def _ends(words: str) -> Callable[[Place], bool]:
    pattern = re.compile(f"(?:{words})$")
    return lambda place: pattern.search(place.before) is not None


def _begins(words: str) -> Callable[[Place], bool]:
    pattern = re.compile(words)
    return lambda place: pattern.match(place.after) is not None


def _between(before: str, after: str) -> Callable[[Place], bool]:
    ends, begins = _ends(before), _begins(after)
    return lambda place: ends(place) and begins(place)


def _coined(place: Place) -> bool:
    return all(_COUNT.match(value) for value in place.values)


def _deed(place: Place) -> bool:
    return 2 * sum(VERB.match(value) is not None for value in place.values) > len(place.values)


_quoted = _between("[“‘]", "[”’]")

_RULES: tuple[tuple[str, Callable[[Place], bool]], ...] = (
    ("几", _numeral),
    ("用词", lambda place: bool(closed_set(place.values))),
    ("抓手", _between("[以用]“?", "”?[作为]")),
    ("着力点", _between("在“?", "”?(?:上|下功夫|方面)")),
    ("过程", _between("在“?", "”?中")),
    ("角度", _between("从", "(?:来)?[看讲说]")),
    ("缩语", lambda place: _quoted(place) and _coined(place)),
    ("喻体", _quoted),
    ("篇名", _between("《", "》")),
    ("对象", _ends("[把让将使令]")),
    ("定位", _ends("(?:以|变|由|从|转|化).{1,12}为")),
    ("目标", _ends("(?<![认成作称])为了?")),
    ("特质", _begins("[力化性]")),
    ("动作", _ends("[共互相]")),
    ("量词", lambda place: place.before.endswith("一") and all(len(value) == 1 for value in place.values)),
    ("动作", _begins("[得好出了]")),
    ("程度", _ends("得|更加?|越来越")),
    ("方面", _begins("越来越|更|不|有|无|上")),
    ("做法", _begins("一[批点]")),
    ("表现", lambda place: place.closes and place.before.endswith("有的")),
    ("要求", lambda place: place.closes and place.before.endswith(("要", "须", "应"))),
    ("动作", lambda place: place.opens and not place.closes and _deed(place) and len(place.values[0]) == 2),
    ("举措", lambda place: place.opens and not place.closes and _deed(place)),
    ("事项", lambda place: place.listed),
    ("成效", lambda place: place.closes and any(mark in place.before for mark in "，；：")),
    ("主体", lambda place: place.opens and not place.closes),
    ("内容", lambda place: place.closes),
    ("事项", lambda _place: True),
)
"""From the most telling to what is left; the first that holds names the slot."""

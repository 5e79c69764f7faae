"""C21: words written with a wrong character."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from draftkit.messages import N_, _
from draftkit.review.proof import Proof
from draftkit.review.rule import Rule, Spot
from draftkit.review.tables.misspelt import WRONG_WORDS
from draftkit.review.tables.sayings import WRONG_SAYINGS

_FREQUENT = (
    "的一不年要人有是个了上在全我到工来大三业村部作家会县建成们党发以下好实出把老开就事区里办学理中务同对"
    "位分去市点次员这子生动干时心行委管为多镇地得二用和任项小长政问题月能安后水每前起万门面教乡公力现新产"
    "群天责讲进清过看目主各法重元体民众经企领做组资没度推导高关头入化场设处让两抓名改还集第今提志查书从信"
    "服报话都等当件合坚保文机着级方户说自育先记收打局防也展校期四由底支解少院访本加制治量专最持强日职更结"
    "商班医议整立道通平决么住手意定线口间路评十程带情接师落比走案于农林请完表单网几织排再调队电环代可条些"
    "共交风包金明增山标所回流基难数半规五活向监突备城统省深正投与总必社批护系想台招钱检站汛源优之格养给团"
)
"""The characters that speeches print most, the most frequent first: a word is looked for by another."""
_LOOKS = re.compile(r"\(\?[^)]*\)")


class _Wrong(NamedTuple):
    """A wrong form: the word for it, the same as a pattern, the right one, and where its pair stands in it."""

    words: str
    pattern: str
    right: str
    offset: int


class _Index(NamedTuple):
    """What pairs of characters tell that a wrong form may be there: in `begins` the first of the pair is
    rare, in `ends` the second."""

    begins: re.Pattern[str]
    ends: re.Pattern[str]
    pairs: dict[str, list[_Wrong]]


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each wrong form with the right one."""
    last = 0
    for start, end, wrong in sorted(_found(proof.text), key=lambda one: (one[0], -one[1])):
        if start >= last:
            last = end
            message = _("“{wrong}” is written “{right}”").format(wrong=wrong.words, right=wrong.right)
            yield Spot(start, end, message, wrong.right)


def _found(text: str) -> Iterator[tuple[int, int, _Wrong]]:
    index = _index()
    places = [found.start() for found in index.begins.finditer(text)]
    places += [found.start() - 1 for found in index.ends.finditer(text)]
    for place in places:
        for wrong in index.pairs.get(text[place : place + 2], ()):
            start = place - wrong.offset
            if text.startswith(wrong.words, max(0, start)) and re.compile(wrong.pattern).match(text, start):
                yield start, start + len(wrong.words), wrong


@cache
def _index() -> _Index:
    first, after, last, before = set(), set(), set(), set()
    pairs: dict[str, list[_Wrong]] = {}
    for entry in (*WRONG_WORDS.split(), *WRONG_SAYINGS.split()):
        right, _colon, forms = entry.partition(":")
        for pattern in forms.split(","):
            words = _LOOKS.sub("", pattern)
            rare = _rare(words, right)
            offset = min(rare, len(words) - 2)
            if offset == rare:
                first.add(words[rare])
                after.add(words[rare + 1])
            else:
                last.add(words[rare])
                before.add(words[offset])
            pairs.setdefault(words[offset : offset + 2], []).append(_Wrong(words, pattern, right, offset))
    return _Index(
        re.compile(f"[{''.join(first)}](?=[{''.join(after)}])"),
        re.compile(f"[{''.join(last)}](?<=[{''.join(before)}].)"),
        pairs,
    )


def _rare(words: str, right: str) -> int:
    """The place of the rarest character, the wrong one where others are as rare."""
    ranks = [_FREQUENT.find(character) % (len(_FREQUENT) + 1) for character in words]
    return max(range(len(words)), key=lambda place: (ranks[place], words[place] != right[place]))


RULE = Rule(
    code="C21",
    name=N_("misspelt word"),
    grade="实务",
    looks_for=N_("words of a table of characters that are often confused: 布署, 近一步, 一如继往"),
    why=N_("A wrong character in a speech is read out wrong, or seen by everybody who gets it."),
    source=N_("现代汉语词典; habit of editors"),
    hits=("会议对下半年工作作出布署。", "各单位要近一步压实责任。", "一如继往支持家乡建设。"),
    passes=("会议对下半年工作作出部署。", "把干部和群众拉近一步。"),
    check=check,
    safe=True,
)

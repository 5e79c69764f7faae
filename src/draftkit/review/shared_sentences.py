"""Sentences that two speeches share: the same, or the same but for figures, names and a word or two (own)."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple
from zlib import crc32

from draftkit.review.proof import Proof
from draftkit.zh.marker import leading_marker

LEAST = 15
"""Characters of a sentence that two speeches may not share, set phrases aside (own)."""
_GRAM = 4
_SKETCH = 6
"""Of a sentence the least of its grams' checksums by which sentences like it are found."""
_MOST = 12
"""Sentences with one of them that are looked at."""
_ALIKE = 0.7
"""Of the grams of two sentences those that both have, from which on they are nearly the same."""

_STOPS = re.compile("[。！？；!?;]")
_FIGURE = re.compile(r"\d[\d,.]*")
_MARKS = re.compile(r"[\s，、：“”‘’（）《》,:()]+")
# 套话, and words that belong to everybody: they are said in every speech, and nobody wrote them off another.
_SET = re.compile(
    "(?:坚持)?以?习近平[^，、；]{2,24}(?:思想|讲话|指示|批示|论述)(?:精神)?(?:为指导)?"
    "|(?:深入|全面|认真)?(?:学习)?(?:宣传)?贯彻(?:落实)?[^，；]{0,24}精神"
    "|党的[一二三四五六七八九十]{1,3}大[^，；]{0,12}精神|党的[^，；]{2,8}(?:方针|路线|领导)"
    "|在[^，；]{2,20}的?(?:坚强|正确)领导下|在[^，；]{2,24}的?(?:关心|指导|支持|帮助)[^，；]{0,8}下"
    "|增强“四个意识”|坚定“四个自信”|做到“两个维护”|拥护“两个确立”"
    "|(?:尊敬的)?各位领导|同志们|批评指正|谢谢大家|以上发言|不[妥当]之处|我的发言(?:完毕|到此结束)"
    "|根据(?:会议|大会)(?:的)?安排|下面我?[就将]?[^，；]{0,24}(?:汇报|发言|介绍|交流)(?:如下)?|敬?请[^，；]{0,8}指正"
)
_COMMON = re.compile("全[区市县省国州旗](?!域)|[区市县省]委|党中央|国务院|这次会议|此次会议|本次会议")


class Sentence(NamedTuple):
    """A sentence: the number of its speech, its words as printed, its words as they are compared."""

    side: int
    words: str
    bare: str


def sentences_in(proof: Proof, side: int) -> Iterator[Sentence]:
    """Yield the sentences of a speech that another speech should not have."""
    for row in proof.rows:
        if row.role not in ("paragraph", "heading"):
            continue
        place = row.start
        for words in _STOPS.split(proof.words_of(row)):
            end = place + len(words)
            if not proof.awaits(place, end):
                bare = _bare(words)
                if len(bare) >= LEAST:
                    yield Sentence(side, words.strip(), bare)
            place = end + 1


def _bare(words: str) -> str:
    """The words that are compared, "" for what everybody may say: set phrases, and facts that are shared."""
    marker = leading_marker(words)
    words = words[marker.end :] if marker else words
    if _COMMON.search(words) and _FIGURE.search(words):
        return ""
    return _MARKS.sub("", _FIGURE.sub("0", _SET.sub("", words)))


def alike(sentences: Iterable[Sentence]) -> list[list[Sentence]]:
    """Return the groups of sentences of different speeches that are the same, or nearly so."""
    groups: dict[str, list[Sentence]] = {}
    for one in sentences:
        groups.setdefault(one.bare, []).append(one)
    joined = _Joined(list(groups))
    found: dict[str, list[Sentence]] = {}
    for bare, group in groups.items():
        found.setdefault(joined.head(bare), []).extend(group)
    return [_one_a_side(group) for group in found.values() if len({one.side for one in group}) > 1]


def _one_a_side(group: Sequence[Sentence]) -> list[Sentence]:
    return list({one.side: one for one in reversed(group)}.values())[::-1]


class _Joined:
    """Sentences that are nearly the same, each under the first of them."""

    def __init__(self, bares: Sequence[str]) -> None:
        self._heads: dict[str, str] = {}
        kept: dict[int, list[str]] = defaultdict(list)
        grams: dict[str, frozenset[int]] = {}
        for bare in bares:
            own = frozenset(crc32(bare[at : at + _GRAM].encode()) for at in range(len(bare) - _GRAM + 1))
            sketch = sorted(own)[:_SKETCH]
            near = dict.fromkeys(other for gram in sketch for other in kept[gram])
            head = next((other for other in near if _near(own, grams[other])), None)
            if head is not None:
                self._heads[bare] = head
                continue
            grams[bare] = own
            for gram in sketch:
                if len(kept[gram]) < _MOST:
                    kept[gram].append(bare)

    def head(self, bare: str) -> str:
        """The first sentence that is nearly the same."""
        return self._heads.get(bare, bare)


def _near(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= _ALIKE * max(len(one), len(other))

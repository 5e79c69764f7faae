"""动宾: the verbs and objects of a speech, by the topics under which they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from draftkit.lexicon import Topic
from draftkit.mine.copies import distinct
from draftkit.mine.lexicon import OF_TOPICS
from draftkit.mine.specs import quotable
from draftkit.tree import Section, Speech, text_of
from draftkit.zh.verbs import GENERAL_VERBS
from draftkit.zh.words import is_noun, is_proper, words_of

Pair = tuple[str, str, str]
"""A topic, a verb with its object, and the document that has them."""
Names = Mapping[str, str]
"""Topics by their names."""

_CHINESE = re.compile("[一-龥]+")
_MARKS = re.compile("[，。；：、！？,.;:!?\\s]+")
_LENGTHS = frozenset((4, 6))
"""Characters of a verb with its object: of two characters, or of two words of two."""
_LEADING = (
    "坚持|聚焦|立足|围绕|紧盯|紧扣|突出|注重|重视|瞄准|锚定|对标|着力|着眼|依托|借助|提前|坚决|主动|精准|全面|深入"
    "|全力|持续|始终|切实|扎实|努力|积极|大力|科学|高效|提出|召开|确保|实现|体现|满足|实行|推行|推进|做到|融合|务实"
    "|展示|实施"
)
"""Verbs that lead up to what is done or to a name (推行网格化管理), and adverbs."""
_NAMING = (
    "服务|建设|组织|治理|共建|共享|改革|联系|宣传|监督|攻坚|发展|创新|惠民|实干|整治|学习|保障|监测|检查|督导|督促"
    "|指导|引导|总结|贯穿|健康|活跃|协同|联动|举办|反思"
)
"""Verbs that mostly stand before a noun as part of its name: 服务品牌, 建设资金."""
_VERBS = GENERAL_VERBS - OF_TOPICS - {*_LEADING.split("|"), *_NAMING.split("|")}


def names_of(topics: Iterable[Topic]) -> dict[str, str]:
    """Return topics by each of their names."""
    return {name: topic.name for topic in topics for name in topic.names}


def pairs_in(speech: Speech, names: Names, source: str) -> Iterator[Pair]:
    """Yield the verbs and objects of a speech that make a clause by themselves, each with the topics that the
    heading above it names, or the title."""
    title = "，".join(text_of(half) for half in speech.title)
    for section in (*speech.opening.sections, *speech.sections, *speech.closing.sections):
        yield from _under(section, _named(title, names), names, source)


def joined(pairs: Iterable[Pair], copies: Mapping[str, str], support: int) -> tuple[Topic, ...]:
    """Return the topics of pairs that enough documents have, near-copies counted once, in a fixed order."""
    found: dict[str, dict[str, set[str]]] = {}
    for topic, pair, source in pairs:
        found.setdefault(topic, {}).setdefault(pair, set()).add(source)
    return tuple(
        Topic(topic, pairs=counts)
        for topic in sorted(found)
        if (counts := _counts(found[topic], copies, support))
    )


def _counts(sources: Mapping[str, set[str]], copies: Mapping[str, str], support: int) -> dict[str, int]:
    counts = {pair: distinct(having, copies) for pair, having in sources.items()}
    return {pair: counts[pair] for pair in sorted(counts) if counts[pair] >= support}


def _under(section: Section, above: Sequence[str], names: Names, source: str) -> Iterator[Pair]:
    heading = text_of(section.heading.inlines)
    topics = _named(heading, names) or above
    texts = (heading, *(text_of(paragraph.inlines) for paragraph in section.body))
    for pair in (pair for text in texts if topics for pair in _pairs(text)):
        yield from ((topic, pair, source) for topic in topics)
    for below in section.sections:
        yield from _under(below, topics, names, source)


def _named(text: str, names: Names) -> list[str]:
    """The topics that a text names; a name within a longer one names nothing."""
    found = [name for name in names if name in text]
    whole = (name for name in found if not any(name in other for other in found if other != name))
    return sorted({names[name] for name in whole})


def _pairs(text: str) -> Iterator[str]:
    for clause in _MARKS.split(text):
        likely = len(clause) in _LENGTHS and clause[:2] in _VERBS and _CHINESE.fullmatch(clause)
        if likely and quotable(clause) and _verb_and_object(clause):
            yield clause


def _verb_and_object(clause: str) -> bool:
    verb, *rest = words_of(clause)
    return (
        verb == clause[:2]
        and all(len(word) == 2 and not is_proper(word) for word in rest)
        and is_noun(rest[-1])
    )

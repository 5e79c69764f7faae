"""What must not be in a frame that was mined: words that belong to one source, not to the genre."""

import re
from collections.abc import Iterator
from functools import lru_cache

from draftkit.frame import Bundle, Formula, Frame, Role, wordings_of
from draftkit.mine.filling import LONGEST, PLACEHOLDER
from draftkit.mine.lexicon import topic_words
from draftkit.pattern import Fixed, Pattern, usable_name

STRUCTURE = frozenset(
    ("骨架", "时长", "标题", "数据", "开头", "部分", "结尾", "序号", "要点", "正文", "下一步", "待归类")
)
"""Names that no slot may have: in a facts file they are structure."""
MOST_SLOTS = 5
LEAST_FIXED = 2
KEPT = 4096
"""Patterns of which it is remembered what is wrong with them (ours)."""
_SET = frozenset(("salutation", "greeting", "signoff", "transition", "title", "subtitle", "byline", "date"))
"""Roles whose words may be fixed throughout."""

_FUNCTION = frozenset("的了着和与及并而也都就在对以为把将被让使给向由其等之，。；：！？、“”")
_FIGURE = re.compile(r"[0-9０-９]|[二三四五六七八九十百千万亿]+(?:[个项点条次件名户家年月日米元人村]|分之)")
_NAMED = re.compile(
    r"[××]|[一-龥]{1,4}(?:省|市(?!场)|县|(?<!地)区(?!域|分|别)|镇|乡(?!村)|街道|社区|小区|集团|公司|委员会)(?!级)|习近平|党中央"
)


def leaks(frame: Frame) -> list[str]:
    """Return what is wrong with a mined frame, in words; nothing for one that may be kept.

    Ours: fixed words hold no name, figure, blank or word of a topic, and are enough to know the frame by;
    slots are few, readable, apart, and no filling quotes more than a few words of the source.
    """
    found: list[str] = []
    for wording in wordings_of(frame):
        if isinstance(wording, Pattern):
            found += in_pattern(wording, frame.role if isinstance(frame, Formula) else None)
    found += (f"槽“{name}”与结构同名" for name in frame.slots if name in STRUCTURE)
    found += (f"槽“{name}”不成名字" for name in frame.slots if not usable_name(name))
    found += _in_values(frame)
    return list(dict.fromkeys(found))


@lru_cache(maxsize=KEPT)
def in_pattern(pattern: Pattern, role: Role | None) -> tuple[str, ...]:
    """Return what is wrong with a pattern, in words, whatever its slots are called; `role` is a formula's."""
    return tuple(_in_pattern(pattern, role))


def _in_pattern(pattern: Pattern, role: Role | None) -> Iterator[str]:
    fixed = "，".join(part.text for part in pattern.parts if isinstance(part, Fixed))
    whole = role in _SET
    if PLACEHOLDER.search(fixed):
        yield f"固定词里有留空：{fixed}"
    if _FIGURE.search(fixed):
        yield f"固定词里有数字：{fixed}"
    if _NAMED.search(fixed):
        yield f"固定词里有名称：{fixed}"
    if role:
        yield from (f"固定词里有题材词“{word}”" for word in topic_words(fixed))
    if not pattern.invertible:
        yield "两个槽挨在一起"
    if len(pattern.slots) > MOST_SLOTS:
        yield f"槽多于{MOST_SLOTS}个"
    if not pattern.slots and not whole:
        yield "没有槽"
    if role and not whole:
        yield from _too_little(pattern, role)


def _too_little(pattern: Pattern, role: Role) -> Iterator[str]:
    """Yield what is wrong when the fixed words are too few to know the frame by."""
    fixed = [c for part in pattern.parts if isinstance(part, Fixed) for c in part.text]
    content = sum(c not in _FUNCTION for c in fixed)
    paired = sum(isinstance(part, Fixed) and part.text != "，" for part in pattern.parts) > 1
    of_part = role in ("opening", "closing")
    if content < LEAST_FIXED + of_part - (paired and not of_part):
        yield "固定词太少"
    elif len(pattern.slots) == 1 and role == "phrase" and content < 2 * LEAST_FIXED:
        yield "只有一个槽，固定词又少"


def _in_values(frame: Frame) -> Iterator[str]:
    for evidence in frame.evidence:
        for name, value in evidence.filling.items():
            if len(value) > LONGEST:
                yield f"槽“{name}”的填法超过{LONGEST}字：{value}"
            if PLACEHOLDER.search(value):
                yield f"槽“{name}”的填法有留空：{value}"
    for name, spec in frame.slots.items():
        examples = (spec.example,) if isinstance(spec.example, str) else spec.example
        for example in examples:
            if len(example) > LONGEST or PLACEHOLDER.search(example):
                yield f"槽“{name}”的例子太长或有留空：{example}"
    if isinstance(frame, Bundle) and PLACEHOLDER.search(frame.coin):
        yield f"缩语里有留空：{frame.coin}"

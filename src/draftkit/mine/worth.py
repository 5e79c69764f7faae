"""Whether a writer would take up a frame again: what its fixed words say beyond single verbs (our own)."""

import re

from draftkit.frame import Bundle, Couplet, Frame, Parallel
from draftkit.mine.leaks import in_pattern
from draftkit.mine.lexicon import topic_words
from draftkit.pattern import Fixed, Pattern

_FUNCTION = frozenset("的了是在和与及从对到去为以把将被让向由也都就不个、，；：。“”（）,;:()")
_PIVOTS = frozenset("有变促抓上共互不")
"""Characters that hold two slots together by themselves: 进出有通道, 资源变资产, 稳定上发力."""
_FRAME = frozenset(
    "上下中里内外前后有无变促抓共互相好要让把将以为在从到向由与和的之再更越最出得力化性心感人关度率一多不就是都用靠按比对给做早"
)
"""Characters that a pattern may have by themselves (实务)."""
_MEASURES = "个项张大道支条位步篇级种类环本"
_DIGITS = re.compile("[一二两三四五六七八九十]")
LEAST = 2
ALONE = 3
"""Characters of a lone beginning or end (看不见…): a verb such as 坚持…, a noun such as …工程 is no pattern,
unless several writers have it."""


def worth(frame: Frame, support: int) -> bool:
    """Whether a frame that so many documents have is to be kept; formulae and skeletons are judged where
    they are made."""
    match frame:
        case Parallel(pattern=pattern):
            return _parallel(pattern, support)
        case Couplet(halves=halves):
            return all(_content(half.fixed) >= LEAST for half in halves)
        case Bundle():
            return _bundle(frame)
        case _:
            return True


def hopeless(frame: Frame) -> bool:
    """Whether a frame will not be kept however many documents have it, and whatever its slots are called."""
    match frame:
        case Parallel(pattern=pattern):
            return not _worded(pattern, 2) or bool(in_pattern(pattern, None))
        case Couplet(halves=halves):
            return not worth(frame, 2) or any(in_pattern(half, None) for half in halves)
        case Bundle(coin=coin):
            return _counted(coin)
        case _:
            return False


def _parallel(pattern: Pattern, support: int) -> bool:
    """Whether siblings on a pattern are known as such: 在…上做文章, …有…, 六字，六字; not 坚持…, …的…."""
    return not any(slot.name.startswith("几") for slot in pattern.slots) and _worded(pattern, support)


def _worded(pattern: Pattern, support: int) -> bool:
    fixed = pattern.fixed
    if "？" in "".join(fixed):
        return False
    clauses = sum(text.count("，") + text.count(",") for text in fixed)
    if not pattern.worded:
        return clauses > 0 and len(pattern.slots) <= 4
    if support == 1 and any(_stray(text) for text in fixed):
        return False
    content = _content(fixed)
    topics = [word for word in topic_words("，".join(fixed)) if len(word) > 1]
    if support == 1 and content <= sum(map(len, topics)):
        return False
    if len(pattern.slots) == 1:
        lone = len(fixed) == 1 and support == 1 and not fixed[0].startswith("一")
        return content >= (ALONE if lone else LEAST)
    return content + clauses >= LEAST or (content < LEAST and _pivoted(pattern))


def _stray(fixed: str) -> bool:
    """Whether a single character stands by itself that no pattern is built on: siblings have it by chance."""
    return any(len(run) == 1 and run not in _FRAME for run in re.findall("[一-龥]+(?![”一-龥])", fixed))


def _content(fixed: tuple[str, ...]) -> int:
    """Characters that say something, a quotation counted as one."""
    words = sum(character not in _FUNCTION for text in fixed for character in text)
    return words + sum(text.count("“") for text in fixed)


def _pivoted(pattern: Pattern) -> bool:
    return any(isinstance(part, Fixed) and part.text in _PIVOTS for part in pattern.parts[1:-1])


def _bundle(bundle: Bundle) -> bool:
    """Whether a coined name says of what it counts: a measure and a noun (张清单), or the word that all members
    have (…一批); a compound of digits (三四五) is none."""
    coin = bundle.coin
    if _counted(coin):
        return False
    return (len(coin) > 1 and coin[0] in _MEASURES) or bool("".join(bundle.member.fixed))


def _counted(coin: str) -> bool:
    """Whether digits are left in a coined name without its numeral."""
    words = coin[1:] if coin[0] in _MEASURES else coin
    return _DIGITS.search(words) is not None and not coin.endswith(("一批", "一点"))

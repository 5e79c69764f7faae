"""Words of the source's topic among the fixed words of a pattern: the slot 主题, or part of the slot beside."""

from collections.abc import Callable, Mapping, Sequence

from draftkit.mine.lexicon import topic_words
from draftkit.pattern import Fixed, Part, Pattern, Slot

THEME = Slot("主题")
LEAST = 2
"""Characters of a topic's word at least: one character is a suffix of the genre's (化, 力, 心)."""


def general(pattern: Pattern, recurs: Callable[[str], bool]) -> Pattern | None:
    """Return the pattern without words of a topic; `recurs` tells of a word whether the speech has it elsewhere
    too. None where there are two topics apart from every slot, or no fixed words are left."""
    parts: list[Part] = []
    for place, part in enumerate(pattern.parts):
        if isinstance(part, Slot):
            _add(parts, part)
            continue
        left = place > 0 and isinstance(pattern.parts[place - 1], Slot)
        right = place + 1 < len(pattern.parts)
        words = _freed(part.text, recurs, left, right)
        if words is None:
            return None
        for piece in words:
            _add(parts, piece)
    if parts.count(THEME) > 1 or not any(isinstance(part, Fixed) for part in parts):
        return None
    return Pattern(tuple(parts))


def refilled(pattern: Pattern, members: Sequence[str]) -> list[Mapping[str, str]]:
    """Return the fillings with which a pattern prints its members."""
    return [filling for member in members if (filling := pattern.match(member)) is not None]


def _freed(text: str, recurs: Callable[[str], bool], left: bool, right: bool) -> list[Part] | None:
    """The fixed words without the topic: a slot beside it takes it up, else it is a slot of its own."""
    apart = ""
    for topic in dict.fromkeys(word for word in topic_words(text) if len(word) >= LEAST and recurs(word)):
        before, behind = text.split(topic, 1)
        if not behind and right:
            text = before
        elif not before and left:
            text = behind
        elif apart or text.count(topic) > 1:
            return None
        else:
            apart = topic
    before, _topic, behind = text.partition(apart) if apart else (text, "", "")
    parts: list[Part] = [Fixed(before)] if before else []
    parts += [THEME] if apart else []
    return [*parts, Fixed(behind)] if behind else parts


def _add(parts: list[Part], part: Part) -> None:
    """Add a part; of two slots side by side the first takes up the second."""
    if not (parts and isinstance(part, Slot) and isinstance(parts[-1], Slot)):
        parts.append(part)


def unbalanced(texts: Sequence[str]) -> bool:
    """Whether a quotation or bracket is opened in one text and closed in another."""
    return any(text.count(pair[0]) != text.count(pair[1]) for text in texts for pair in ("“”", "（）", "《》"))

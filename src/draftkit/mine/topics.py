"""Words of the source's topic among the fixed words of a pattern: they become part of the slot beside them."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from draftkit.mine.lexicon import topic_words
from draftkit.pattern import Fixed, Part, Pattern, Slot

LEAST = 2
"""Characters of a topic's word at least: one character is a suffix of the genre's (化, 力, 心)."""


def general(pattern: Pattern, recurs: Callable[[str], bool]) -> Pattern | None:
    """Return the pattern without words of a topic; `recurs` tells of a word whether the speech has it elsewhere
    too. None where one stands apart from every slot, or none of the fixed words is left."""
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
    kept = Pattern(tuple(parts))
    return kept if any(isinstance(part, Fixed) for part in parts) and kept.slots else None


def refilled(pattern: Pattern, members: Sequence[str]) -> list[Mapping[str, str]]:
    """Return the fillings with which a pattern prints its members."""
    return [filling for member in members if (filling := pattern.match(member)) is not None]


def _freed(text: str, recurs: Callable[[str], bool], left: bool, right: bool) -> list[Part] | None:
    """The fixed words without the topics at their ends, where a slot takes them up."""
    for topic in [word for word in topic_words(text) if len(word) >= LEAST and recurs(word)]:
        before, behind = text.split(topic, 1)
        if not behind and right:
            text = before
        elif not before and left:
            text = behind
        else:
            return None
    return [Fixed(text)] if text else []


def _add(parts: list[Part], part: Part) -> None:
    """Add a part; of two slots side by side the first takes up the second."""
    if not (parts and isinstance(part, Slot) and isinstance(parts[-1], Slot)):
        parts.append(part)


def unbalanced(texts: Sequence[str]) -> bool:
    """Whether a quotation or bracket is opened in one text and closed in another."""
    return any(text.count(pair[0]) != text.count(pair[1]) for text in texts for pair in ("“”", "（）", "《》"))


def runs(pattern: Pattern) -> Iterator[str]:
    """Yield the fixed words of a pattern, one stretch between slots at a time."""
    return (part.text for part in pattern.parts if isinstance(part, Fixed))

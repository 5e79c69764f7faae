"""Variants: where a text has a name with a character or two changed, left out or put in."""

from collections.abc import Iterator

_SHORTEST, _LONG = 4, 10
"""Characters of a name that can be told from other words; of one in which two may be wrong (own)."""


def variants_of(name: str, text: str, whole: bool = False) -> Iterator[tuple[int, int]]:
    """Yield from where to where near variants of a name stand in a text. They begin and end as it does, but
    for one that differs in its first character alone, and a long one of which the last is missing; under
    `whole` they have its length too."""
    if len(name) < _SHORTEST:
        return
    edits = 2 if len(name) >= _LONG else 1
    exact = _places(name, text)
    done = 0
    for start in _starts(name, text, edits):
        sizes = [len(name)] if whole else range(len(name) - edits, len(name) + edits + 1)
        ends = [start + size for size in sizes if _is_framed(name, text[start : start + size])]
        least, end = min(((distance(name, text[start:end]), end) for end in ends), default=(0, 0))
        taken = start < done or any(start < place + len(name) and place < end for place in exact)
        if 0 < least <= edits and not taken:
            done = end
            yield start, end


def _is_framed(name: str, words: str) -> bool:
    """Whether words begin and end as a name does, or nearly."""
    begins = words[:1] == name[0] or words[:2] == name[1::-1] or words[1:] == name[1:]
    return begins and (words[-1:] == name[-1] or (len(name) >= _LONG and words == name[:-1]))


def _starts(name: str, text: str, edits: int) -> list[int]:
    """Return where a variant may begin: one of the pieces into which the name is cut stands there unchanged."""
    size = -(-len(name) // (edits + 1))
    found = {
        place - cut + shift
        for cut in range(0, len(name), size)
        for place in _places(name[cut : cut + size], text)
        for shift in range(-edits, edits + 1)
    }
    return sorted(start for start in found if 0 <= start < len(text))


def _places(words: str, text: str) -> list[int]:
    found, place = [], text.find(words)
    while place >= 0:
        found.append(place)
        place = text.find(words, place + 1)
    return found


def distance(one: str, other: str) -> int:
    """Return how many characters must be changed, left out or put in to make one word of the other; two that
    changed places count once."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, here in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, there in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (here != there))
            if i > 1 and j > 1 and here == other[j - 2] and one[i - 2] == there:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]

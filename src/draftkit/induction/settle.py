"""Which shared characters become fixed words: none that cuts a word, none shared by accident (our own)."""

from collections.abc import Sequence
from itertools import pairwise

from draftkit.induction.boundaries import cuts, word_length
from draftkit.induction.marks import MARKS, Anchor
from draftkit.induction.weights import AFFIXED, FREE, LEADING, TRAILING, weight

COINED = 3
"""Characters of a quotation in which one character that all have is meant (our own)."""


def settle(texts: Sequence[str], anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return the anchors cut back to words, so that each gap between them is filled in all texts or in none."""
    runs = _without_half_gaps(texts, list(anchors))
    kept: list[Anchor] = []
    for place, run in enumerate(runs):
        if _is_mark(texts, run):
            kept.append(run)
            continue
        left = not place or not _touch(runs[place - 1], run)
        right = place + 1 == len(runs) or not _touch(run, runs[place + 1])
        repeated = _characters(texts, [other for other in runs if other is not run])
        coined = all(_coined(text, at) for text, at in zip(texts, run.starts, strict=True))
        settled = run if coined else _trimmed(texts, run, left, right, repeated)
        if settled:
            kept.append(settled)
    return kept


def words_at(texts: Sequence[str], anchor: Anchor) -> str:
    """Return the characters of an anchor."""
    return texts[0][anchor.starts[0] : anchor.starts[0] + anchor.length]


def _is_mark(texts: Sequence[str], anchor: Anchor) -> bool:
    return texts[0][anchor.starts[0]] in MARKS


def _characters(texts: Sequence[str], anchors: Sequence[Anchor]) -> frozenset[str]:
    return frozenset("".join(words_at(texts, anchor) for anchor in anchors))


def _touch(one: Anchor, other: Anchor) -> bool:
    return all(a + one.length == b for a, b in zip(one.starts, other.starts, strict=True))


def _without_half_gaps(texts: Sequence[str], anchors: list[Anchor]) -> list[Anchor]:
    """The anchors without those beside a gap that is empty in some texts only: the lighter one goes,
    a mark only where there are no words."""
    first, last = Anchor((0,) * len(texts), 0), Anchor(tuple(map(len, texts)), 0)
    while True:
        for one, other in pairwise([first, *anchors, last]):
            empty = [a + one.length == b for a, b in zip(one.starts, other.starts, strict=True)]
            if any(empty) and not all(empty):
                beside = [run for run in (one, other) if run.length]
                worst = min(beside, key=lambda run: (_is_mark(texts, run), weight(words_at(texts, run))))
                anchors = [run for run in anchors if run is not worst]
                break
        else:
            return anchors


def _trimmed(
    texts: Sequence[str], run: Anchor, left: bool, right: bool, repeated: frozenset[str]
) -> Anchor | None:
    """A run cut back from its ends to where words begin and end; `left`, `right`: a slot stands there."""
    words = words_at(texts, run)
    start, end = 0, len(words)
    many = len(texts) > 2
    while left and start < end:
        one = words[start]
        if one in TRAILING or (one in AFFIXED and (many or one in repeated)) or _cut(texts, run, start):
            break
        if one in FREE and _free(texts, run, start):
            break
        start += 1
    while right and start < end:
        one = words[end - 1]
        if one in LEADING or one in AFFIXED or _cut(texts, run, end):
            break
        if one in FREE and _free(texts, run, end - 1):
            break
        end -= 1
    return Anchor(tuple(at + start for at in run.starts), end - start) if start < end else None


def _coined(text: str, place: int) -> bool:
    """Whether a character stands in a quotation of two or three: “优选”, “细选”."""
    start = max(text.rfind("“", 0, place), 0)
    end = text.find("”", place)
    return text[start] == "“" and 2 < end - start <= COINED + 1 and not set(text[start + 1 : end]) & MARKS


def _free(texts: Sequence[str], run: Anchor, offset: int) -> bool:
    """Whether a character that is a word by itself is no half of a word of two in most texts."""
    lengths = [word_length(text, at + offset) for text, at in zip(texts, run.starts, strict=True)]
    return 2 * lengths.count(2) < len(lengths)


def _cut(texts: Sequence[str], run: Anchor, offset: int) -> bool:
    """Whether a word begins or ends here in most texts."""
    places = zip(texts, run.starts, strict=True)
    return 2 * sum(at + offset in cuts(text) for text, at in places) > len(texts)

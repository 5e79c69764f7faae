"""Which shared characters become fixed words: none that cuts a word, none shared by accident (our own)."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from draftkit.induction.boundaries import COMPLEMENTS, cuts, word_at
from draftkit.induction.marks import MARKS, Anchor, unpaired
from draftkit.induction.weights import AFFIXED, FREE, LEADING, LEXICAL, TRAILING, has_frame_words, weight
from draftkit.zh.verbs import VERB

COINED = 3
"""Characters of a quotation in which one character that all have is meant (our own)."""
MANY = 3
"""Members in which the same character at the same place is no accident (our own)."""
STRAY = 2
"""Characters of a content word that may recur by accident in the midst of clauses (our own)."""


class _Run(NamedTuple):
    """Characters that all texts share; `left`, `right`: a slot stands there; `aligned`: as far from what stands
    before it, or from what stands after it, in all texts; `repeated`: the characters that other runs have."""

    texts: Sequence[str]
    anchor: Anchor
    left: bool
    right: bool
    aligned: bool
    repeated: frozenset[str]

    @property
    def many(self) -> bool:
        return self.aligned and len(self.texts) >= MANY


def settle(texts: Sequence[str], anchors: Sequence[Anchor]) -> list[Anchor]:
    """Return the anchors cut back to words, so that each gap between them is filled in all texts or in none."""
    runs = _without_half_gaps(texts, list(anchors))
    lone = unpaired([words_at(texts, run) for run in runs])
    runs = [run for number, run in enumerate(runs) if number not in lone]
    kept: list[Anchor] = []
    strays: list[Anchor] = []
    for place, anchor in enumerate(runs):
        if is_mark(texts, anchor):
            kept.append(anchor)
        elif settled := _settled(run := _run(texts, runs, place)):
            kept.append(settled)
            words = words_at(texts, settled)
            if not run.aligned and len(words) <= STRAY and not has_frame_words(words):
                strays.append(settled)
    return [one for one in kept if one not in strays]


def words_at(texts: Sequence[str], anchor: Anchor) -> str:
    """Return the characters of an anchor."""
    return texts[0][anchor.starts[0] : anchor.starts[0] + anchor.length]


def is_mark(texts: Sequence[str], anchor: Anchor) -> bool:
    """Tell whether an anchor is a mark; a run of words has none."""
    return texts[0][anchor.starts[0]] in MARKS


def aligned(texts: Sequence[str], anchors: Sequence[Anchor], place: int) -> bool:
    """Tell whether an anchor is as far from its neighbour, or from an end, in all texts."""
    one = anchors[place]
    before = anchors[place - 1] if place else Anchor((0,) * len(texts), 0)
    after = anchors[place + 1].starts if place + 1 < len(anchors) else tuple(map(len, texts))
    left = {at - end - before.length for at, end in zip(one.starts, before.starts, strict=True)}
    return len(left) == 1 or len({end - at for at, end in zip(one.starts, after, strict=True)}) == 1


def _run(texts: Sequence[str], runs: Sequence[Anchor], place: int) -> _Run:
    anchor = runs[place]
    others = frozenset("".join(words_at(texts, other) for other in runs if other is not anchor))
    return _Run(
        texts,
        anchor,
        not (place and _touch(runs[place - 1], anchor)) and any(anchor.starts),
        place + 1 == len(runs) or not _touch(anchor, runs[place + 1]),
        aligned(texts, runs, place),
        others,
    )


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
                worst = min(beside, key=lambda run: (is_mark(texts, run), weight(words_at(texts, run))))
                anchors = [run for run in anchors if run is not worst]
                break
        else:
            return anchors


def _settled(run: _Run) -> Anchor | None:
    """A run cut back from its ends to where words begin and end."""
    words = words_at(run.texts, run.anchor)
    if all(_coined(text, at, run.many) for text, at in zip(run.texts, run.anchor.starts, strict=True)):
        return run.anchor
    start, end = 0, len(words)
    while run.left and start < end and not _may_begin(run, words, start):
        start += 1
    while run.right and start < end and not _may_end(run, words, end):
        end -= 1
    if start < end:
        return Anchor(tuple(at + start for at in run.anchor.starts), end - start)
    alone = len(words) == 1 and run.many and not _half_of_a_verb(run) and _varied(run)
    return run.anchor if alone else None


def _may_begin(run: _Run, words: str, start: int) -> bool:
    """Whether fixed words may begin with this character of a run after a slot."""
    one = words[start]
    if one in TRAILING or (one in AFFIXED and (len(run.texts) >= MANY or one in run.repeated)):
        return True
    return _cut(run, start) or (one in FREE and _free(run, start))


def _may_end(run: _Run, words: str, end: int) -> bool:
    """Whether fixed words may end before this place of a run, a slot after them."""
    one = words[end - 1]
    if one in LEADING or one in AFFIXED or _cut(run, end) or _completed(run, end):
        return True
    return one in FREE and _free(run, end - 1)


def _free(run: _Run, offset: int) -> bool:
    """Whether a character that is a word by itself is no half of a word of two in most texts."""
    words = [word_at(text, at + offset) for text, at in zip(run.texts, run.anchor.starts, strict=True)]
    bound = sum(word in LEXICAL or (len(word) == 2 and not run.aligned) for word in words)
    return run.many or 2 * bound < len(words) or (run.aligned and 2 * bound == len(words))


def _cut(run: _Run, offset: int) -> bool:
    """Whether a word begins or ends here in most texts."""
    places = zip(run.texts, run.anchor.starts, strict=True)
    return 2 * sum(at + offset in cuts(text) for text, at in places) > len(run.texts)


def _varied(run: _Run) -> bool:
    """Whether what stands before a character, or what follows it, is another one in each text, or nothing."""
    places = list(zip(run.texts, run.anchor.starts, strict=True))
    before = {text[at - 1 : at] for text, at in places}
    after = {text[at + 1 : at + 2] for text, at in places}
    return before == {""} or after == {""} or len(run.texts) in (len(before), len(after))


def _completed(run: _Run, offset: int) -> bool:
    """Whether all texts complete a verb of one character at their head, each in its own way: 做精, 做实."""
    if run.left or offset != 1:
        return False
    followers = [text[at + 1 : at + 2] for text, at in zip(run.texts, run.anchor.starts, strict=True)]
    verbs = {words_at(run.texts, run.anchor)[0] + follower for follower in followers}
    return (
        LEXICAL.isdisjoint(verbs)
        and COMPLEMENTS.issuperset(followers)
        and len(set(followers)) == len(followers)
    )


def _half_of_a_verb(run: _Run) -> bool:
    """Whether most texts have a verb of two characters here: 推进, 推动 share no word; 管住, 管牢 do."""
    heads = [VERB.match(text, at) for text, at in zip(run.texts, run.anchor.starts, strict=True)]
    whole = [one for one in heads if one and len(one[0]) > 1 and one[0][1] not in COMPLEMENTS]
    return 2 * len(whole) > len(heads)


def _coined(text: str, place: int, many: bool) -> bool:
    """Whether a character stands in a quotation of two or three: “优选”, “细选”; of few members, at its end."""
    start = max(text.rfind("“", 0, place), 0)
    end = text.find("”", place)
    return (
        text[start] == "“"
        and 2 < end - start <= COINED + 1
        and not set(text[start + 1 : end]) & MARKS
        and (many or place in (start + 1, end - 1))
    )

"""排比: series of headings, leads and clauses built on one pattern (实务)."""

import re
from collections.abc import Sequence

from draftkit.rhetoric.clauses import clauses_in
from draftkit.rhetoric.leads import charged, leads_in
from draftkit.rhetoric.likeness import common_end, common_start, same_build, shape_of
from draftkit.rhetoric.passages import MOST_SIBLINGS, heading_text, paragraphs_of, siblings_of
from draftkit.rhetoric.segments import sentences_of
from draftkit.tree import Section, Speech, text_of
from draftkit.zh.sentence import sentences
from draftkit.zh.verbs import starts_with_verb

Series = tuple[str, ...]


def parallels_of(speech: Speech) -> tuple[Series, ...]:
    """Return the parallel series of a speech, each with its members as printed."""
    found: list[Series] = []
    for run in siblings_of(speech):
        if len(run) > MOST_SIBLINGS:
            continue
        found += _headings(run)
        found += _second_halves(run)
    for paragraph in paragraphs_of(speech):
        parted = sentences_of(paragraph)
        found += leads_in(parted)
        found += clauses_in(parted)
    return _distinct(found)


def built_alike(texts: Sequence[str]) -> bool:
    """Tell whether headings are built on one pattern: one rhythm, or nearly one and several clauses, shared
    words, or a verb at the head of each."""
    rhythm, shared = _averages(texts)
    if rhythm >= 0.93:
        return True
    fixed = max(len(common_start(list(texts))), len(common_end(list(texts))))
    if fixed and rhythm >= (0.55 if fixed > 1 else 0.75):
        return True
    led = all(starts_with_verb(text) or text[:1] in "“‘" for text in texts)
    parted = len(shape_of(texts[0]).masked) > 1
    return rhythm >= 0.82 and (shared >= 0.1 or led or parted or charged(texts))


def _distinct(found: Sequence[Series]) -> tuple[Series, ...]:
    """Each series once, and none that is part of another."""
    kept: dict[int, Series] = {}
    having: dict[str, set[int]] = {}
    for number, series in enumerate(found):
        members = set(series)
        beside = set().union(*(having.get(member, set()) for member in members)) & kept.keys()
        if len(members) < 2 or any(members <= set(kept[other]) for other in beside):
            continue
        for other in beside:
            if set(kept[other]) < members:
                del kept[other]
        kept[number] = series
        for member in members:
            having.setdefault(member, set()).add(number)
    return tuple(kept.values())


def _headings(run: Sequence[Section]) -> list[Series]:
    texts = [heading_text(section) for section in run]
    if built_alike(texts):
        return (
            [tuple(_without_odd(texts))] if len(texts) > 2 or _averages(texts)[1] or len(texts[0]) > 4 else []
        )
    for left in range(len(texts)):
        fewer = texts[:left] + texts[left + 1 :]
        if len(fewer) >= 3 and built_alike(fewer):
            return [tuple(fewer)]
    return []


def _without_odd(texts: list[str]) -> list[str]:
    """The headings without the one that has none of the words that the others share."""
    for odd in range(len(texts) if len(texts) > 3 else 0):
        others = texts[:odd] + texts[odd + 1 :]
        own = max(same_build(texts[odd], other)[1] for other in others)
        if _averages(others)[1] >= 0.3 and own < 0.15:
            return others
    return texts


def _averages(texts: Sequence[str]) -> tuple[float, float]:
    pairs = [same_build(one, other) for place, one in enumerate(texts) for other in texts[place + 1 :]]
    return sum(rhythm for rhythm, _ in pairs) / len(pairs), sum(shared for _, shared in pairs) / len(pairs)


def _second_halves(run: Sequence[Section]) -> list[Series]:
    """Where each point is a sentence of two halves, the second ones are a series of their own."""
    halves = []
    for section in run:
        if section.heading.stop not in ("，", ",") or not section.body:
            return []
        sentence = next(iter(sentences(text_of(section.body[0].inlines))), "")
        words = sentence.rstrip("。；！;!")
        if (
            not words
            or re.search(r"[，；：,;:]", words)
            or len(words) > 2.5 * max(6, len(heading_text(section)))
        ):
            return []
        halves.append(words)
    rhythm, shared = _averages(halves)
    return [tuple(halves)] if (rhythm >= 0.8 and shared >= 0.15) or rhythm >= 0.95 else []

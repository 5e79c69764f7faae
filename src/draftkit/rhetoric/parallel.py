"""排比: series of headings, leads and clauses built on one pattern (实务)."""

import re
from collections.abc import Iterator, Sequence

from draftkit.rhetoric.likeness import common_start, same_build
from draftkit.rhetoric.listing import first_trimmed, inner, last_trimmed, parts, widened, without_note
from draftkit.rhetoric.passages import heading_text, paragraphs_of, siblings_of
from draftkit.tree import Section, Speech, text_of
from draftkit.zh.sentence import sentences
from draftkit.zh.verbs import starts_with_verb

Series = tuple[str, ...]

SHORTEST = 5
"""Characters that a clause has at least: lists of words of four and fewer are none (FORMAT)."""
LONGEST = 40
_LEAD_IN = re.compile(
    r"^(?:一方面|另一方面|同时|此外|另外|并|还|也|又|再|特别是|比如|例如|尤其是|其中|要么)[，、]?"
)
_FIGURES = re.compile(
    r"\d|[一二三四五六七八九十百千万×*]+(?:个|名|次|家|户|人|件|项|万|亿|%|％)|(?:[xX×*]{1,4})"
)


def parallels_of(speech: Speech) -> tuple[Series, ...]:
    """Return the parallel series of a speech, each with its members as printed."""
    found: list[Series] = []
    for run in siblings_of(speech):
        found += _headings(run)
        found += _second_halves(run)
    for paragraph in paragraphs_of(speech):
        found += _leads(paragraph)
        found += _clauses(paragraph)
    return _distinct(found)


def _distinct(found: Sequence[Series]) -> tuple[Series, ...]:
    """Each series once, and none that is part of another."""
    kept: list[Series] = []
    for series in found:
        if len(set(series)) > 1 and not any(set(series) <= set(other) for other in kept):
            kept = [other for other in kept if not set(other) <= set(series)]
            kept.append(series)
    return tuple(kept)


# --- headings and points ------------------------------------------------------------------------------


def _headings(run: Sequence[Section]) -> list[Series]:
    texts = [heading_text(section) for section in run]
    if built_alike(texts):
        return [tuple(texts)]
    for left in range(len(texts)):
        fewer = texts[:left] + texts[left + 1 :]
        if len(fewer) >= 3 and built_alike(fewer):
            return [tuple(fewer)]
    return []


def built_alike(texts: Sequence[str]) -> bool:
    """Tell whether headings are built on one pattern: one rhythm, or nearly one and shared words or a verb first."""
    rhythm, shared = _averages(texts)
    if rhythm >= 0.93:
        return True
    led = all(starts_with_verb(text) or text[:1] in "“‘" for text in texts)
    return rhythm >= 0.82 and (shared >= 0.1 or led)


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
    return [tuple(halves)] if rhythm >= 0.8 and shared >= 0.15 or rhythm >= 0.95 else []


# --- leads that are developed ---------------------------------------------------------------------------


def _leads(paragraph: str) -> Iterator[Series]:
    """Yield series of leads that follow one another, each with words of its own after it."""
    leads: list[tuple[str, bool]] = []
    for sentence in sentences(widened(paragraph)):
        for segment in parts(sentence.rstrip("。！？"), "；："):
            clauses = parts(_LEAD_IN.sub("", segment), "，")
            if clauses:
                leads.append((_LEAD_IN.sub("", clauses[0]), len(clauses) > 1))
    used: set[int] = set()
    for start in range(len(leads)):
        run = [start, *_like(leads, start)] if start not in used else []
        if len(run) > 1 and all(leads[n][1] or (n + 1 < len(leads) and n + 1 not in run) for n in run):
            used.update(run)
            yield tuple(leads[place][0] for place in run)


def _like(leads: Sequence[tuple[str, bool]], start: int) -> list[int]:
    """The leads built as the one at `start`, with at most two others between them."""
    first, run = leads[start][0], [start]
    if not _could_lead(first):
        return []
    for place in range(start + 1, len(leads)):
        if place - run[-1] > 3:
            break
        if _could_lead(leads[place][0]) and all(_leads_alike(leads[n][0], leads[place][0]) for n in run):
            run.append(place)
    members = [leads[place][0] for place in run]
    if len(run) == 2 and not _pair(*members):
        return []
    return run[1:]


def _could_lead(lead: str) -> bool:
    return 4 <= len(lead) <= 24 and not _FIGURES.search(lead)


def _leads_alike(first: str, second: str) -> bool:
    if first[:2] == second[:2] and first[0] in "有要":
        return True
    rhythm, shared = same_build(first, second)
    same_end = first[:1] == second[:1] or first[-1:] == second[-1:]
    return same_end and (rhythm >= 0.75 and shared >= 0.25 or rhythm >= 0.95 and shared >= 0.15)


def _pair(first: str, second: str) -> bool:
    """Two leads need more in common than three: the words with which they begin."""
    head = len(common_start([first, second]))
    return (
        head >= 2 and first[0] not in "对在为从由于据" and (head >= 3 or same_build(first, second)[1] >= 0.34)
    )


# --- clauses that are not ---------------------------------------------------------------------------------


def _clauses(paragraph: str) -> Iterator[Series]:
    """Yield series of three and more clauses in one sentence that repeat a word in the same place."""
    for sentence in sentences(widened(paragraph)):
        words = sentence.rstrip("。！？")
        for stretch in (words, *inner(words)):
            for coarser, mark in (("：", "；"), ("；：", "，"), ("；：，", "、")):
                for part in parts(stretch, coarser):
                    yield from _runs_of_clauses([without_note(clause) for clause in parts(part, mark)], mark)


def _runs_of_clauses(clauses: Sequence[str], mark: str) -> Iterator[Series]:
    start = 0
    while start + 3 <= len(clauses):
        for end in range(len(clauses), start + 2, -1):
            series = _framed(clauses[start:end], mark)
            if series:
                yield series
                start = end
                break
        else:
            start += 1


def _framed(clauses: Sequence[str], mark: str) -> Series | None:
    middle = list(clauses[1:-1])
    if any(not SHORTEST <= len(one) <= LONGEST or (mark == "；" and "，" in one) for one in middle):
        return None
    last = last_trimmed(clauses[-1], middle)
    first = first_trimmed(_LEAD_IN.sub("", clauses[0]), [*middle, last])
    members = (first, *middle, last)
    lengths = [len(member) for member in members]
    if min(lengths) < 4 or max(lengths) < SHORTEST or max(lengths) > 2.5 * min(lengths):
        return None
    if len(set(members)) < len(members) or any(_FIGURES.search(member) for member in members):
        return None
    return members if _fixed_word(members) else None


_PIVOTS = frozenset("有为在到得更越与和把让以用能可会要不无成化就是靠向从出好")
"""Characters that hold a pattern together from within a clause."""


def _fixed_word(members: Series) -> bool:
    """A word in the same place in all: at the start, at the end, or one that holds the clause together."""
    least = min(map(len, members))
    for place in range(min(least, 7)):
        for index in (place, -1 - place):
            one = members[0][index]
            if all(member[index] == one for member in members[1:]) and (
                one in _PIVOTS or (place == 0 and one not in "的了”“")
            ):
                return True
    return False

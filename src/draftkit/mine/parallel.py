"""排比: the patterns on which the sibling headings, leads and clauses of a speech are built."""

from collections.abc import Iterator, Mapping, Sequence

from draftkit.frame import Evidence, Parallel
from draftkit.induction.induce import Induced, induce, rhythm
from draftkit.lines import lines_of
from draftkit.mine.pattern_name import in_characters, name_of
from draftkit.mine.specs import quotable, specs_of
from draftkit.mine.topics import general, refilled, unbalanced
from draftkit.pattern import Fixed, Pattern
from draftkit.rhetoric.listing import widened
from draftkit.rhetoric.passages import heading_text, siblings_of
from draftkit.tree import Speech

ELSEWHERE = 2
"""How often a speech has a word beside its siblings that is of its topic (our own)."""
_EMPTY = frozenset("的了是在和与、，；：。“”（）,;:()")
"""Characters that hold no pattern together by themselves."""


def heading_parallels(speech: Speech) -> Iterator[Parallel]:
    """Yield the parallels on which runs of sibling headings of a speech are built, each once."""
    seen: set[str] = set()
    for run in siblings_of(speech):
        induced = induce([heading_text(section) for section in run])
        if induced and str(induced.pattern) not in seen:
            seen.add(str(induced.pattern))
            yield _parallel(induced.pattern, induced.fillings, induced.choices, ())


def parallels_in(
    speech: Speech, series: Sequence[Sequence[str]], source: str, place: str
) -> Iterator[tuple[Parallel | None, Sequence[str]]]:
    """Yield for each series of a speech the parallel on which it is built, None where it has no pattern.

    Words of the speech's topic among the fixed ones become the slot 主题; punctuation is full-width
    (GB/T 15834).
    """
    whole = "".join(line.text for line in lines_of(speech))
    for printed in series:
        members = [widened(member) for member in printed]
        induced = induce(members)
        if induced and _holds(induced, len(members)):
            yield _found(induced, members, whole, source, place), members
        else:
            yield _rhythmic(members, source, place), members


def _count(word: str, members: Sequence[str]) -> int:
    return sum(member.count(word) for member in members)


def _holds(induced: Induced, members: int) -> bool:
    """Whether the fixed words are enough to know a pattern by: two characters, or one that three repeat."""
    fixed = "".join(part.text for part in induced.pattern.parts if isinstance(part, Fixed))
    content = sum(character not in _EMPTY for character in fixed)
    return content > 1 or (content == 1 and len(induced.kept) == members > 2)


def _found(induced: Induced, members: Sequence[str], whole: str, source: str, place: str) -> Parallel | None:
    pattern = general(induced.pattern, lambda word: whole.count(word) >= ELSEWHERE + _count(word, members))
    if pattern is None:
        return None
    fillings = refilled(pattern, [members[place] for place in induced.kept])
    if len(fillings) < 2 or unbalanced([words for filling in fillings for words in filling.values()]):
        return None
    choices = {name: words for name, words in induced.choices.items() if name in pattern.names}
    return _parallel(pattern, fillings, choices, _evidence(fillings, source, place))


def _rhythmic(members: Sequence[str], source: str, place: str) -> Parallel | None:
    """Return the parallel of members that share but their rhythm (四字，六字), or their quotation (…，…“…”)."""
    found = rhythm(members) if len(members) > 2 else None
    if found is None or len(found.kept) < len(members):
        return None
    lengths = {tuple(len(filling[slot.name]) for slot in found.pattern.slots) for filling in found.fillings}
    marks = "".join(part.text for part in found.pattern.parts if isinstance(part, Fixed))
    if len(lengths) > 1 and "“" not in marks:
        return None
    parallel = _parallel(found.pattern, found.fillings, {}, _evidence(found.fillings, source, place))
    shown = Pattern(parallel.pattern.parts)
    return Parallel(
        name=in_characters(shown, next(iter(lengths))) if len(lengths) == 1 else parallel.name,
        pattern=parallel.pattern,
        slots=parallel.slots,
        evidence=parallel.evidence,
    )


def _evidence(fillings: Sequence[Mapping[str, str]], source: str, place: str) -> tuple[Evidence, ...]:
    """The first filling of which every word may be quoted."""
    shown = [filling for filling in fillings if all(map(quotable, filling.values()))]
    return (Evidence(source, place, shown[0] if shown else {}),)


def _parallel(
    pattern: Pattern,
    fillings: Sequence[Mapping[str, str]],
    choices: Mapping[str, Sequence[str]],
    evidence: tuple[Evidence, ...],
) -> Parallel:
    return Parallel(
        name=name_of([pattern]),
        pattern=pattern,
        slots=specs_of([pattern], fillings, choices),
        evidence=evidence,
    )

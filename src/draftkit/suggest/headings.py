"""Sets of sibling headings for topics, each on a parallel of the library."""

from collections.abc import Iterable, Iterator, Sequence

from draftkit.frame import Parallel, id_of
from draftkit.lexicon import Lexicon
from draftkit.rhetoric.parallel import built_alike
from draftkit.suggest.candidates import candidates
from draftkit.suggest.rank import Plan, Suggestion, ranked
from draftkit.suggest.vocabulary import Vocabulary
from draftkit.suggest.wants import built, wants_of


def headings(
    parallels: Iterable[Parallel], topics: Sequence[str], theme: str, lexicon: Lexicon, count: int
) -> tuple[Suggestion, ...]:
    """Return at most `count` sets, one heading for each topic; those with blanks only where there are too few
    without."""
    known = list(parallels)
    vocabularies = [Vocabulary(topic, theme, lexicon) for topic in topics]
    found: tuple[Suggestion, ...] = ()
    for blanks in (0, 1):
        plans = _plans(known, vocabularies, blanks, {one.frame for one in found})
        found += ranked(plans, count - len(found), built_alike)
    return found


def _plans(
    parallels: Iterable[Parallel], vocabularies: Sequence[Vocabulary], blanks: int, done: set[str]
) -> Iterator[Plan]:
    for parallel in parallels:
        if id_of(parallel) in done:
            continue
        pattern, mined = parallel.pattern, bool(parallel.evidence)
        lists = [candidates(pattern, parallel.slots, mined, one, blanks) for one in vocabularies]
        if all(lists):
            names = [one.names for one in vocabularies]
            held = (*pattern.fixed, vocabularies[0].called)
            build = built(wants_of(pattern, parallel.slots, mined).values())
            yield Plan(id_of(parallel), build, pattern.fixed, held, lists, names)

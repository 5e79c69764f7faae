"""Titles for topics, each on a couplet of the library: a half for each topic, the last may be the theme's."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import permutations

from draftkit.frame import Couplet, id_of
from draftkit.lexicon import Lexicon
from draftkit.rhetoric.couplet import halves_of
from draftkit.suggest.candidates import candidates
from draftkit.suggest.rank import Plan, Suggestion, ranked
from draftkit.suggest.vocabulary import Vocabulary
from draftkit.suggest.wants import built, wants_of


def titles(
    couplets: Iterable[Couplet], topics: Sequence[str], theme: str, lexicon: Lexicon, count: int
) -> tuple[Suggestion, ...]:
    """Return at most `count` titles; those with blanks only where there are too few without."""
    known = list(couplets)
    vocabularies = [Vocabulary(topic, theme, lexicon) for topic in topics if topic != theme]
    last = Vocabulary(theme, theme, lexicon) if theme else None
    found: tuple[Suggestion, ...] = ()
    for blanks in (0, 1):
        left = [one for one in known if id_of(one) not in {before.frame for before in found}]
        plans = (plan for couplet in left for plan in _plans(couplet, vocabularies, last, blanks))
        found += ranked(plans, count - len(found), _is_couplet)
    return found


def _is_couplet(texts: Sequence[str]) -> bool:
    return halves_of(" ".join(texts)) == tuple(texts)


def _plans(
    couplet: Couplet, topics: Sequence[Vocabulary], theme: Vocabulary | None, blanks: int
) -> Iterator[Plan]:
    """Yield the couplet for each way of giving its halves different subjects; where the last half names a work
    and no more, it is the theme's."""
    wants = [wants_of(half, couplet.slots, bool(couplet.evidence), n) for n, half in enumerate(couplet.halves)]
    build = built(want for half in wants for want in half.values())
    closes = theme and all(want.shapes in (("名",), ("谁",)) for want in wants[-1].values())
    given = permutations(topics, len(wants) - 1 if closes else len(wants))
    for subjects in ((*some, theme) if theme and closes else some for some in given):
        lists = [
            candidates(half, couplet.slots, bool(couplet.evidence), one, blanks, n)
            for n, (half, one) in enumerate(zip(couplet.halves, subjects, strict=True))
        ]
        if all(lists):
            yield Plan(id_of(couplet), build, (), (), lists, [one.names for one in subjects], 0)

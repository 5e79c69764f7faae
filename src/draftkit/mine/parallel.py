"""排比: the patterns on which the sibling headings, leads and clauses of a speech are built."""

from collections.abc import Iterator

from draftkit.frame import Parallel
from draftkit.induction.induce import Induced, induce
from draftkit.mine.pattern_name import name_of
from draftkit.mine.specs import specs_of
from draftkit.rhetoric.passages import heading_text, siblings_of
from draftkit.tree import Speech


def heading_parallels(speech: Speech) -> Iterator[Parallel]:
    """Yield the parallels on which runs of sibling headings of a speech are built, each once."""
    seen: set[str] = set()
    for run in siblings_of(speech):
        induced = induce([heading_text(section) for section in run])
        if induced and str(induced.pattern) not in seen:
            seen.add(str(induced.pattern))
            yield parallel_of(induced)


def parallel_of(induced: Induced) -> Parallel:
    """Return the frame of an induced pattern."""
    return Parallel(
        name=name_of([induced.pattern]),
        pattern=induced.pattern,
        slots=specs_of([induced.pattern], induced.fillings, induced.choices),
    )

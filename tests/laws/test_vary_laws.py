"""Variation costs nothing: over every shipped skeleton and random facts a varied draft says all that the plain
one says, and has nothing to tell that the plain one has not."""

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from supplies import LIBRARY, facts
from test_compose_laws import SKELETONS, _skeleton, lines, load

from draftkit.compose import Composed, Phrasebook, compose
from draftkit.tree import Blank, Filled
from draftkit.write import write

BOOK = Phrasebook(LIBRARY)
_COUNTED = re.compile(r"sections\[\d+\]|next")

law = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
supplied = st.sampled_from(SKELETONS).flatmap(lambda name: facts(_skeleton(name)))


def said(composed: Composed) -> set[str]:
    """The addresses of the facts that stand in a draft, but for those that are only counted in it."""
    spans = (span.inline for line in lines(composed) for span in line.spans)
    keys = {key for inline in spans if isinstance(inline.origin, Filled) for key in inline.origin.facts}
    return {key for key in keys if not _COUNTED.fullmatch(key)}


def told(composed: Composed) -> set[tuple[str, str]]:
    return {(finding.code, finding.fact) for finding in composed.findings}


def blanks(composed: Composed) -> set[str]:
    spans = (span.inline for line in lines(composed) for span in line.spans)
    return {inline.text for inline in spans if isinstance(inline, Blank)}


@law
@given(supplied, st.integers(0, 3))
def test_no_fact_is_lost_and_no_gap_is_made(given_facts: dict[str, Any], draw: int) -> None:
    source = load(given_facts)
    plain, varied = compose(source, BOOK), compose(source, BOOK, draw=draw)
    assert said(plain) <= said(varied)
    assert told(varied) <= told(plain)
    assert blanks(varied) <= blanks(plain)


@law
@given(supplied, st.integers(0, 3))
def test_the_same_draw_gives_the_same_bytes(given_facts: dict[str, Any], draw: int) -> None:
    drafts = [write(compose(load(given_facts), book, draw=draw).document, ".docx") for book in (BOOK, LIBRARY)]
    assert drafts[0] == drafts[1]

"""A .docx gone wrong, however, gives a document that keeps every character of what was read, or CannotRead."""

import random
from collections.abc import Callable
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_read_loss import stories
from trees import documents

from conservation import check
from draftkit.errors import CannotRead
from draftkit.read import source_of
from draftkit.read.unwrap import unwrap
from draftkit.write import write
from mutants import MUTATORS, parts_of
from word_files import listed, package, para, run

laws = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])

NUMBERED = "<w:abstractNum w:abstractNumId='0'/><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
BESIDE = {
    "numbering": NUMBERED,
    "styles": "<w:style w:type='paragraph' w:default='1' w:styleId='a'><w:name w:val='Normal'/></w:style>",
    "footnotes": f"<w:footnote w:id='1'>{para(run('出处'))}</w:footnote>",
    "header": para(run("页眉")),
}

files = st.one_of(
    st.builds(lambda body: package(body.xml + listed(run("。"), 0), **BESIDE), stories()),
    st.builds(lambda document: write(document, ".docx"), documents),
)


@pytest.mark.parametrize("mutator", MUTATORS, ids=lambda one: one.__name__)
@laws
@given(files, st.integers(0, 2**32))
def test_a_mutant_is_read_whole_or_refused(
    mutator: Callable[[bytes, random.Random], bytes], raw: bytes, seed: int
) -> None:
    with suppress(CannotRead):
        source = source_of(mutator(raw, random.Random(seed)), "稿.docx")
        check(source if source.styled else unwrap(source))


def test_mutants_differ() -> None:
    raw, chance = package(para(run("甲")), **BESIDE), random.Random(1)
    assert len(parts_of(raw)) == 7
    for mutator in MUTATORS:
        assert any(mutator(raw, chance) != raw for _ in range(20))

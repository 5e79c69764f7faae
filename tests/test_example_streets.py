"""The twelve speeches of examples/streets.xlsx and 台账.xlsx, as they are read, composed and reviewed."""

from collections.abc import Iterator

import pytest

from draftkit.compose import Composed, Phrasebook, compose
from draftkit.library import Library
from draftkit.lines import lines_of
from draftkit.pipeline import shipped_frames
from draftkit.review import codes, review
from draftkit.store.facts import read_facts
from draftkit.store.schema import Check
from draftkit.tabling import open_streets
from example_books import EXAMPLES

GAPS = {
    "南塘街道党工委": "【待补：这一部分的做法、数据和成效】",
    "新港街道党工委": "【待补：投入（万元）】",
    "望川街道党工委": "【待补：居民满意率（%）】",
    "石门镇党委": "【待补：上门巡访（人次）】",
}
LENGTHS = range(1100, 1261)
"""Characters of a speech of seven minutes, punctuation left out."""


@pytest.fixture(scope="module")
def speeches() -> dict[str, Composed]:
    return dict(_composed())


def _composed() -> Iterator[tuple[str, Composed]]:
    library = Library((shipped_frames(),))
    book = Phrasebook(library)
    with open_streets([EXAMPLES / "streets.xlsx", EXAMPLES / "台账.xlsx"], library) as streets:
        for street in streets:
            check = Check()
            facts = read_facts(check, street.node, street.node.place.file)
            assert not street.problems and not check.problems, street.name
            yield street.name, compose(facts, book, "mark")


def test_only_what_was_left_out_is_missing(speeches: dict[str, Composed]) -> None:
    assert len(speeches) == 12
    found = {
        street: finding.quote
        for street, composed in speeches.items()
        for finding in composed.findings
        if finding.code == "missing"
    }
    assert found == GAPS


def test_every_fact_but_a_figure_is_used_and_the_time_kept(speeches: dict[str, Composed]) -> None:
    for street, composed in speeches.items():
        codes = {one.code for one in composed.findings if not one.fact.startswith("figures.")}
        assert codes <= {"missing"}, (street, composed.findings)
        assert composed.length in LENGTHS, street


def test_an_editor_finds_nothing_but_the_gaps(speeches: dict[str, Composed]) -> None:
    for street, composed in speeches.items():
        found = [(one.code, one.quote) for one in review(composed.document, codes(ignore=("C02",)))]
        assert not found, street


def test_no_speech_names_another_street(speeches: dict[str, Composed]) -> None:
    stems = [street.removesuffix("街道党工委").removesuffix("镇党委") for street in speeches]
    for own, composed in zip(stems, speeches.values(), strict=True):
        text = "".join(line.text for line in lines_of(composed.document.speeches[0]))
        assert [stem for stem in stems if stem in text and stem != own] == []

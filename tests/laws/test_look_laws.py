"""Whatever a document is set in: it is the same document, and the same bytes each time."""

from itertools import product
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from styled_trees import styled_documents

import office_templates
from docx_parts import every_role
from draftkit.lines import lines_of
from draftkit.office import Digits, Head, Layout, PageNumber, Spacing
from draftkit.read import read
from draftkit.tree import Document
from draftkit.write import write
from draftkit.write.look import Look, look_of
from draftkit.write.profile import STANDARD, reading_copy, settled
from draftkit.write.stationery import open_template

laws = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])
LAYOUTS = [
    Layout(*one) for one in product(get_args(Spacing), get_args(Digits), get_args(Head), get_args(PageNumber))
]
TEMPLATES = {
    "WPS": office_templates.of_wps(),
    "Word": office_templates.of_python_docx(),
    "bare": office_templates.bare(),
    "draft": write(Document("", (every_role(),)), ".docx"),
}


def dropped_of(raw: bytes) -> list[str]:
    return [one.text for one in read(raw, "稿.docx").document.dropped]


EDGES = {name: dropped_of(raw) for name, raw in TEMPLATES.items()}
"""Their headers: they come into each draft, and are set aside when it is read."""
OPENED = {name: open_template(raw, STANDARD).look for name, raw in TEMPLATES.items()}
looks = st.sampled_from([look_of(profile(layout)) for layout in LAYOUTS for profile in (settled, reading_copy)])


@laws
@given(styled_documents, looks)
def test_in_any_settings_it_is_read_as_the_same_document(document: Document, look: Look) -> None:
    written = write(document, ".docx", look)
    assert written == write(document, ".docx", look)
    found = read(written, "稿.docx").document
    assert (found.speeches, found.dropped) == (document.speeches, ())


@pytest.mark.parametrize("name", TEMPLATES)
@laws
@given(document=styled_documents)
def test_in_any_template_it_is_read_as_the_same_document(name: str, document: Document) -> None:
    written = write(document, ".docx", OPENED[name])
    assert written == write(document, ".docx", open_template(TEMPLATES[name], STANDARD).look)
    found = read(written, "稿.docx")
    assert found.document.speeches == document.speeches
    assert (dropped_of(written), len(found.notes)) == (EDGES[name], len(EDGES[name]))


@laws
@given(styled_documents)
def test_without_settings_it_is_laid_out_by_the_standard(document: Document) -> None:
    layout = Layout(template="别处.docx")
    assert write(document, ".docx", look_of(settled(layout))) == write(document, ".docx")


@laws
@given(styled_documents, looks)
def test_the_order_of_the_head_moves_byline_and_date_and_nothing_else(document: Document, look: Look) -> None:
    for speech in document.speeches:
        lines = lines_of(speech)
        ordered = look.ordered(lines)
        assert [line for line in ordered if line.role not in ("byline", "date")] == [
            line for line in lines if line.role not in ("byline", "date")
        ]
        head = [line.role for line in ordered if line.role in ("byline", "date")]
        assert head == sorted(head, reverse=look.head == "date-byline")


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: "，".join(layout[:4]))
def test_the_same_settings_are_the_same_look(layout: Layout) -> None:
    assert look_of(settled(layout)) is look_of(settled(Layout(*layout)))

"""Conservation: each character of a source that is no white space is in exactly one span of what was read."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from texts import texts
from trees import documents

from conservation import check
from draftkit.errors import CannotRead
from draftkit.read import source_of
from draftkit.tree import Document
from draftkit.write import write

TOP = Path(__file__).parents[2]
OWN, SHARED = sorted((TOP / "seeds").glob("*.txt")), sorted((TOP.parent / "shared/seeds").glob("*.txt"))

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check_text(raw: bytes, name: str) -> None:
    """Assert the law of a file."""
    try:
        source = source_of(raw, name)
    except CannotRead:  # nothing but white space or marks
        reject()
    check(source)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_of_every_sample(path: Path) -> None:
    check_text(path.read_bytes(), path.name)


@pytest.mark.skipif(not SHARED, reason="the real documents are not here")
def test_of_every_real_document() -> None:
    for path in SHARED:
        check_text(path.read_bytes(), path.name)


@settings(laws, max_examples=250)
@given(texts(), st.sampled_from((".txt", ".md")))
def test_of_every_text(text: str, suffix: str) -> None:
    check_text(text.encode(), f"稿{suffix}")


@settings(laws, max_examples=60)
@given(documents)
def test_of_what_draftkit_writes(document: Document) -> None:
    check_text(write(document, ".docx"), "稿.docx")
    check_text(write(document, ".txt"), "稿.txt")

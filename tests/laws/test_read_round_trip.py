"""What is written is read again as the same tree: from a .docx by its styles, from a .txt by its words."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from plain_trees import plain_documents
from styled_trees import styled_documents

from draftkit.read import read
from draftkit.tree import Document, Greeting, Paragraph, Passage, Speech, Text
from draftkit.write import write

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(document: Document, suffix: str) -> None:
    found = read(write(document, suffix), f"稿{suffix}").document
    assert found.dropped == ()
    assert found.speeches == document.speeches


@settings(laws, max_examples=200)
@given(styled_documents)
def test_word(document: Document) -> None:
    check(document, ".docx")


@settings(laws, max_examples=200)
@given(plain_documents)
def test_plain_text(document: Document) -> None:
    check(document, ".txt")


def of(*texts: str, **parts: object) -> Speech:
    paragraphs = tuple(Paragraph((Text(text),)) for text in texts)
    return replace(Speech((), opening=Passage(paragraphs)), **parts)  # type: ignore[arg-type]


BODY = "街道党工委推动老旧小区改造，办好群众身边小事，群众满意率明显上升。"
TITLES = tuple(((Text(f"在{place}工作会议上的发言"),),) for place in ("全县", "全市", "全区"))


def test_greeting_without_title() -> None:
    check(Document("", (of(BODY, greeting=Greeting((Text("大家好！"),), "line")),)), ".txt")


@pytest.mark.parametrize(
    ("part", "text"), [("salutation", "同志们："), ("signoff", "谢谢大家！"), ("date", "2025年3月")]
)
def test_what_three_speeches_share(part: str, text: str) -> None:
    found = tuple(of(BODY, title=title, **{part: (Text(text),)}) for title in TITLES)
    check(Document("", found), ".txt")


def test_two_speeches_with_one_title() -> None:
    speech = of(BODY, BODY, title=TITLES[0], salutation=(Text("同志们："),))
    check(Document("", (speech, speech)), ".txt")

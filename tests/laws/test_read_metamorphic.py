"""What a text says does not depend on its line ends, the width of its stops, its indents, its encoding."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plain_trees import plain_documents
from texts import DEBRIS, DEEDS, SUBJECTS, broken, plain_lines, texts

from draftkit.read import read
from draftkit.write import write
from draftkit.write.outline import outline

TOP = Path(__file__).parents[2]
OWN, SHARED = sorted((TOP / "seeds").glob("*.txt")), sorted((TOP.parent / "shared/seeds").glob("*.txt"))

laws = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

Change = Callable[[str], str | bytes]

_NARROW = str.maketrans("，；：！？（）", ",;:!?()")
_WIDE = str.maketrans(",;:!?()", "，；：！？（）")


def narrowed(text: str) -> str:
    """Return the text with the stops of a program that knows no Chinese ones."""
    return re.sub(
        r"(?<![!-~])[，；：！？（）]|[，；：！？（）](?![!-~])", lambda one: one[0].translate(_NARROW), text
    )


def widened(text: str) -> str:
    """Return the text with wide stops, but within figures, addresses and code."""
    return re.sub(r"(?<![!-~])[,;:!?()](?![A-Za-z0-9/])", lambda one: one[0].translate(_WIDE), text)


CHANGES: dict[str, Change] = {
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "CR": lambda text: text.replace("\n", "\r"),
    "LS": lambda text: text.replace("\n", "\u2028"),
    "white space at the ends": lambda text: text.replace("\n", " \u3000\n") + "\t\n",
    "empty lines doubled": lambda text: re.sub(r"\n(?=[ \t\u3000]*\n)", "\n\n", text),
    "stops narrow": narrowed,
    "stops wide": widened,
    "dot wide": lambda text: re.sub(r"(?m)^(\s*\d{1,2})\.(?!\d)", r"\1．", text),
    "BOM": lambda text: text.encode("utf-8-sig"),
    "GB18030": lambda text: text.encode("gb18030"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 BE": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
}
INDENTS: dict[str, Change] = {
    "two ideographs": lambda text: _indented(text, "\u3000\u3000"),
    "four spaces": lambda text: _indented(text, "    "),
    "a tab": lambda text: _indented(text, "\t"),
}
STOPS = ("stops narrow", "stops wide")
"""With the indents, changes of texts whose lines are paragraphs: both change the width of a broken line."""


def _indented(text: str, indent: str) -> str:
    return re.sub(r"(?m)^(?=.)", indent, text)


def folded(found: object) -> object:
    """Return what an outline says, widths and white space left out."""
    if isinstance(found, str):
        return "".join(unicodedata.normalize("NFKC", found).split())
    if isinstance(found, list):
        return [folded(one) for one in found]
    if isinstance(found, dict):
        return {key: folded(one) for key, one in found.items()}
    return found


def seen(text: str | bytes) -> object:
    raw = text.encode() if isinstance(text, str) else text
    return folded(outline(read(raw, "稿.txt").document))


def check(text: str, change: Change) -> None:
    assert seen(change(text)) == seen(text)


@pytest.mark.parametrize("change", CHANGES | INDENTS)
@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_every_sample(path: Path, change: str) -> None:
    check(path.read_text("utf-8-sig"), (CHANGES | INDENTS)[change])


@pytest.mark.skipif(not SHARED, reason="the real documents are not here")
@pytest.mark.parametrize("change", CHANGES | INDENTS)
def test_every_real_document(change: str) -> None:
    for path in SHARED:
        check(path.read_text("utf-8-sig"), (CHANGES | INDENTS)[change])


lines = plain_lines | st.sampled_from(DEBRIS) | st.just("")
speeches = plain_documents.map(lambda document: write(document, ".txt").decode())


@settings(laws, max_examples=150)
@given(texts(lines), st.sampled_from(sorted(set(CHANGES) - set(STOPS))))
def test_every_text(text: str, change: str) -> None:
    if text.strip():
        check(text, CHANGES[change])


@settings(laws, max_examples=100)
@given(texts(lines, wrapped=False), st.sampled_from(sorted((*INDENTS, *STOPS))))
def test_every_text_that_is_not_broken(text: str, change: str) -> None:
    if text.strip():
        check(text, (CHANGES | INDENTS)[change])


@settings(laws, max_examples=200)
@given(speeches, st.sampled_from(sorted(CHANGES | INDENTS)))
def test_every_speech(text: str, change: str) -> None:
    check(text, (CHANGES | INDENTS)[change])


@pytest.mark.parametrize("end", ["CR", "LS"])
def test_line_ends_of_broken_lines(end: str) -> None:
    rows = [(subject + "".join(DEEDS)) * 2 + "。" for subject in SUBJECTS]
    check("\n".join(broken(row, 30) for row in rows), CHANGES[end])


@pytest.mark.parametrize("end", ["CR", "LS"])
def test_line_ends_of_empty_lines(end: str) -> None:
    row = "街道党工委推动老旧小区改造，办好群众身边小事，群众满意率明显上升。"
    check(f"{row}\n\n老旧小区改造的启示\n县委书记　何某\n{row}", CHANGES[end])


def test_a_comma_in_a_line_below_a_title() -> None:
    rows = [
        "在全县安全生产工作会议上的讲话",
        "健全议事协商机制，推动老旧小区改造",
        "街道党工委办好群众身边小事，群众满意率明显上升。",
    ]
    check("\n".join(rows), narrowed)

"""What the reader sees, as an editor writes it: cases/read, a page a rule; cases/rhetoric, a page a device.

A page says in its first lines what it shows (`title` `heading` …). A case is a `## heading` in small letters,
a small document under ```text (or ```md, Markdown) and, under ```expect, a line for each thing of these kinds
that is seen in it, in this order for each speech, then the debris. A heading that begins with “not” says where
the rule does not fire.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from draftkit.read import Reading, read
from draftkit.rhetoric.passages import paragraphs_of
from draftkit.tree import Document, Speech, text_of
from draftkit.write.outline import outline

CASES = Path(__file__).parent / "cases"
PAGES = sorted(path for room in ("read", "rhetoric") for path in (CASES / room).glob("*.md"))
TEXT = re.compile(r"^```(?P<kind>text|md)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
EXPECT = re.compile(r"^```expect\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


class Case(NamedTuple):
    page: Path
    kinds: frozenset[str]
    title: str
    piece: str


def read_cases() -> Iterator[Case]:
    for page in PAGES:
        head, *pieces = re.split(r"^## (?=[a-z])", page.read_text("utf-8"), flags=re.MULTILINE)
        for piece in pieces:
            yield Case(page, frozenset(re.findall(r"`(\w+)`", head)), piece.partition("\n")[0], piece)


def seen(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield each thing that is seen, with its kind."""
    document: Document = reading.document
    outlined: dict[str, Any] = outline(document)
    for speech, found in zip(document.speeches, outlined["speeches"], strict=True):
        yield from of_speech(speech, found)
    yield from (("dropped", f"dropped {one.why}: {one.text}") for one in document.dropped)
    yield from (("note", f"note {note}") for note in reading.notes)


def of_speech(speech: Speech, found: dict[str, Any]) -> Iterator[tuple[str, str]]:
    greeting = text_of(speech.greeting.inlines) if speech.greeting else ""
    heads = {"subtitle": text_of(speech.subtitle), "byline": text_of(speech.byline)}
    parts = {**found, **heads, "date": text_of(speech.date), "greeting": greeting}
    parts["couplet"] = " / ".join(found["couplet"] or ())
    for kind in ("title", "couplet", "subtitle", "byline", "date", "salutation", "greeting", "opening"):
        yield kind, f"{kind} {parts[kind]}" if parts[kind] else ""
    yield from (("heading", "{level} {marker}|{text}".format(**one)) for one in found["headings"])
    yield from ((kind, f"{kind} {found[kind]}" if found[kind] else "") for kind in ("closing", "signoff"))
    yield from (("parallel", f"parallel {' | '.join(series)}") for series in found["parallels"])
    yield from (("bundle", f"bundle {one['name']}: {'、'.join(one['items'])}") for one in found["bundles"])
    yield "paragraphs", f"paragraphs {len(list(paragraphs_of(speech)))}"


@pytest.mark.parametrize("case", list(read_cases()), ids=lambda case: f"{case.page.stem}-{case.title}")
def test_case(case: Case, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    text, expected = TEXT.search(case.piece), EXPECT.search(case.piece)
    assert text and expected, "a case has a text and what is expected"
    reading = read(text["text"].encode(), f"case.{text['kind']}")
    output = "".join(f"{line}\n" for kind, line in seen(reading) if kind in case.kinds and line)
    if pytestconfig.getoption("--accept"):
        piece = case.piece.replace(expected[0], f"```expect\n{output}```")
        case.page.write_text(case.page.read_text("utf-8").replace(case.piece, piece), "utf-8", newline="\n")
    assert pytestconfig.getoption("--accept") or output == expected["text"]

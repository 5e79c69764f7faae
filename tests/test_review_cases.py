"""The rules of review, as an editor writes them: cases/review, a page a rule, named by its code.

A case is a `## heading` in small letters. Its draft stands under ```words (paragraphs of a speech whose title
and salutation the test adds) or under ```text (a whole file); what was settled or supplied under ```toml
(draftkit.toml) and ```yaml (facts). Under ```expect stands a line for each finding: line, column, words and,
where the rule mends them, “→” and the words instead. A heading that begins with “not” says where the rule does
not fire.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from draftkit.fact.facts import Facts
from draftkit.finding import Finding
from draftkit.office import Office
from draftkit.read import read_with_places
from draftkit.review import FILES, review, rule
from draftkit.store import parse
from draftkit.store.facts import read_facts
from draftkit.store.office import read_office
from draftkit.store.schema import Check
from draftkit.store.toml import read_toml

CASES = Path(__file__).parent / "cases/review"
BLOCK = r"^```{kind}\n(?P<text>.*?)^```$"
HEAD = "在全区重点工作推进会上的发言\n同志们：\n"


class Case(NamedTuple):
    page: Path
    title: str
    piece: str

    def block(self, kind: str) -> str | None:
        found = re.search(BLOCK.format(kind=kind), self.piece, re.MULTILINE | re.DOTALL)
        return found["text"] if found else None


def cases_of(code: str) -> Iterator[Case]:
    page = CASES / f"{code}.md"
    pieces = re.split(r"^## ", page.read_text("utf-8"), flags=re.MULTILINE)[1:] if page.exists() else []
    return (Case(page, piece.partition("\n")[0], piece) for piece in pieces)


def reviewed(code: str, text: str, lines_before: int = 0, case: Case | None = None) -> Iterator[str]:
    """Yield a line for each finding of a rule."""
    facts = _facts(case.block("yaml")) if case else None
    office = _office(case.block("toml")) if case else None
    reading, places = read_with_places(text.encode(), "draft.txt")
    for finding in review(reading.document, [code], facts, office):
        assert finding.span or not finding.quote
        line, column = (places(finding.span.start)[1:3]) if finding.span else (0, 0)
        yield f"{line - lines_before}:{column} {finding.quote}{_mended(finding)}"


def _mended(finding: Finding) -> str:
    return f" → {finding.fix.words}" if finding.fix else ""


def _office(text: str | None) -> Office | None:
    if text is None:
        return None
    check = Check()
    node, check.problems = read_toml(text, "draftkit.toml")
    office = read_office(check, node, FILES)
    assert not check.problems
    return office


def _facts(text: str | None) -> Facts | None:
    if text is None:
        return None
    check = Check()
    node, check.problems = parse(text, "facts.yaml")
    facts = read_facts(check, node, "facts.yaml")
    assert not check.problems
    return facts


@pytest.mark.parametrize(
    "case",
    [case for code in FILES for case in cases_of(code)],
    ids=lambda case: f"{case.page.stem}-{case.title}",
)
def test_case(case: Case, pytestconfig: pytest.Config) -> None:
    words, text, expected = case.block("words"), case.block("text"), case.block("expect")
    assert (words is None) != (text is None) and expected is not None, "a case has a draft and what is expected"
    draft, before = (text, 0) if text is not None else (HEAD + str(words), HEAD.count("\n"))
    output = "".join(f"{line.rstrip()}\n" for line in reviewed(case.page.stem, draft, before, case))
    if pytestconfig.getoption("--accept"):
        piece = case.piece.replace(f"```expect\n{expected}```", f"```expect\n{output}```")
        case.page.write_text(case.page.read_text("utf-8").replace(case.piece, piece), "utf-8", newline="\n")
    else:
        assert output == expected
        assert bool(output) != case.title.startswith("not "), "the heading says whether the rule fires"


@pytest.mark.parametrize("code", FILES)
def test_a_rule_has_three_hits_and_three_that_are_none(code: str) -> None:
    titles = [case.title for case in cases_of(code)]
    passes = sum(title.startswith("not ") for title in titles)
    assert passes >= 3 and len(titles) - passes >= 3


@pytest.mark.parametrize("code", FILES)
def test_a_rule_tells_of_itself(code: str) -> None:
    law = rule(code)
    assert law.code == code and law.name and law.looks_for and law.why and law.source
    for words in law.hits:
        assert list(reviewed(code, HEAD + words)), words
    for words in law.passes:
        assert not list(reviewed(code, HEAD + words)), words

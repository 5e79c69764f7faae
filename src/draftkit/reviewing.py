"""Drafts in, findings out: opens files, and says where in them each finding stands."""

from collections.abc import Collection, Iterable
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from draftkit.errors import DraftkitError, Place, Problem, did_you_mean
from draftkit.fact.facts import Facts
from draftkit.finding import Finding
from draftkit.messages import N_, _
from draftkit.office import Office
from draftkit.pipeline import open_speech
from draftkit.review import FILES as FILES
from draftkit.review import codes, is_known, review
from draftkit.review.across import REPEATED, TWO_NUMBERS

SIDE_BY_SIDE = {
    REPEATED[0]: (
        REPEATED[1],
        N_("a sentence of 15 characters or more in two speeches; set phrases and shared facts aside"),
    ),
    TWO_NUMBERS[0]: (
        TWO_NUMBERS[1],
        N_("a fact of the whole district, the meeting or a named project with two numbers"),
    ),
    "X01": (N_("another street's name"), N_("the name of another street of the table, full or short")),
    "X02": (N_("another street's leader"), N_("the name of another street's speaker")),
    "X03": (
        N_("another street's figure"),
        N_("an amount that is another street's, with its label in the sentence or of four digits and more"),
    ),
}
"""What is found only where several speeches are at hand (bind, batch), by its code: name, and what it is."""


def chosen_codes(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the codes that are selected and not ignored; each may be the beginning of codes (P, P0).

    Raises DraftkitError with every one that names no rule.
    """
    selected, ignored = list(select), list(ignore)
    problems = [unknown_rule(code) for code in (*selected, *ignored) if not is_known(code)]
    if problems:
        raise DraftkitError(problems)
    return codes(selected, ignored)


def unknown_rule(code: str) -> Problem:
    """Return the problem of a code that names no rule."""
    return Problem(
        None,
        _("there is no rule “{code}”").format(code=code),
        did_you_mean(code.upper(), (*FILES, *SIDE_BY_SIDE)),
    )


class Reviewed(NamedTuple):
    """What is found in a file, each with its place there (for plain text line and column, for a Word file the
    paragraph and the character in it), and what is to be known of its reading."""

    findings: tuple[Finding, ...]
    notes: tuple[str, ...]


def review_file(
    path: Path, wanted: Collection[str], facts: Facts | None = None, office: Office | None = None
) -> Reviewed:
    """Review a file. Raises CannotRead."""
    reading, places = open_speech(path)
    found = []
    for finding in review(reading.document, wanted, facts, office):
        place = places(finding.span.start)._replace(file=str(path)) if finding.span else Place(str(path))
        found.append(finding._replace(place=place))
    return Reviewed(tuple(found), reading.notes)


def summary(findings: Iterable[Finding]) -> list[tuple[str, str, int]]:
    """Return code, name and count of what was found, the most frequent first."""
    ordered = sorted(findings, key=lambda finding: finding.code)
    counted = [(code, list(group)) for code, group in groupby(ordered, key=lambda finding: finding.code)]
    rows = [(code, group[0].name, len(group)) for code, group in counted]
    return sorted(rows, key=lambda row: (-row[2], row[0]))


def as_json(findings: Iterable[Finding]) -> list[dict[str, object]]:
    """Return findings as objects for JSON: file, line, column, code, name, grade, message, quote, fix."""
    return [
        {
            "file": finding.place.file if finding.place else None,
            "line": finding.place.line if finding.place else None,
            "column": finding.place.column if finding.place else None,
            "code": finding.code,
            "name": finding.name,
            "grade": finding.grade,
            "message": finding.message,
            "quote": finding.quote,
            "fix": None if not finding.fix else {"words": finding.fix.words, "safe": finding.fix.safe},
        }
        for finding in findings
    ]

"""What the commands show: results on stdout, all else on stderr."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from draftkit.errors import DraftkitError, on_one_line, visible
from draftkit.finding import Finding
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.tree import Document

T = TypeVar("T")


def show_error(error: DraftkitError) -> None:
    """Show every problem of an error."""
    for problem in error.problems:
        click.echo(str(problem), err=True)


def show_findings(findings: Iterable[Finding]) -> None:
    """Show findings, one line each: place, code, message."""
    for finding in findings:
        place = f"{finding.place}: " if finding.place else ""
        quote = f" {finding.quote}" if finding.quote and finding.quote not in finding.message else ""
        click.echo(f"{place}{label(finding.code)}: {finding.message}{quote}", err=True)


def label(code: str) -> str:
    """Return how a code is called: those of compose by a word, those of review as they are."""
    match code:
        case "missing":
            return _("missing")
        case "unused":
            return _("unused")
        case "left-out":
            return _("left-out")
        case "too-long":
            return _("too-long")
        case "too-short":
            return _("too-short")
        case "length":
            return _("length")
        case "single-point":
            return _("single-point")
        case _:
            return code


def show_length(length: int, pace: int, band: tuple[int, int]) -> None:
    """Show how long a speech is, and how long it takes to read it aloud."""
    slow, fast = (length / rate for rate in band)
    message = _("{length} characters, {minutes:.1f} minutes at {pace} a minute ({fast:.1f} to {slow:.1f})")
    click.echo(message.format(length=length, minutes=length / pace, pace=pace, slow=slow, fast=fast), err=True)


def show_notes(path: Path, notes: Iterable[str]) -> None:
    """Show what is to be known of a reading."""
    for note in notes:
        click.echo(f"{on_one_line(str(path))}: {note}", err=True)


def show_progress(files: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, showing on a terminal how many of several are done."""
    if len(files) < 2 or not sys.stderr.isatty():
        yield from files
        return

    def name(file: Path | None) -> str:
        return on_one_line(file.name) if file else ""

    with click.progressbar(files, file=sys.__stderr__, item_show_func=name) as shown:
        yield from shown


def show_count(told: Iterable[T], count: int) -> Iterator[T]:
    """Yield what is told, showing on a terminal how much of it has come."""
    if count < 2 or not sys.stderr.isatty():
        yield from told
        return
    with click.progressbar(told, length=count, file=sys.__stderr__, show_pos=True) as shown:
        yield from shown


_COLOURS = {"part": "cyan", "heading": "green", "device": "magenta", "debris": "bright_black"}


def painted(path: Path, document: "Document", depth: int | None) -> str:
    """Return the outline of a document for a terminal, each line painted by what it tells of."""
    from draftkit.write.view import view

    rows = [click.style(on_one_line(str(path)), bold=True)]
    for line in view(document, depth):
        label = click.style(line.label, fg=_COLOURS[line.kind])
        note = click.style(f"  [{visible(line.note)}]", dim=True) if line.note else ""
        gap = " " if line.label else ""
        rows.append(f"{'  ' * (line.depth + 1)}{label}{gap}{visible(line.words)}{note}")
    return "\n".join(rows) + "\n"


def as_word(text: str) -> str:
    """A text as one word of a command line."""
    return f'"{text}"' if " " in text else text

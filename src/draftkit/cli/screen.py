"""What the commands show: results on stdout, all else on stderr."""

from collections.abc import Iterable

import click

from draftkit.errors import DraftkitError
from draftkit.finding import Finding
from draftkit.messages import _


def show_error(error: DraftkitError) -> None:
    """Show every problem of an error."""
    for problem in error.problems:
        click.echo(str(problem), err=True)


def show_findings(findings: Iterable[Finding]) -> None:
    """Show findings, one line each: place, code, message."""
    for finding in findings:
        place = f"{finding.place}: " if finding.place else ""
        quote = f" {finding.quote}" if finding.quote and finding.quote not in finding.message else ""
        click.echo(f"{place}{finding.code}: {finding.message}{quote}", err=True)


def show_length(length: int, pace: int, band: tuple[int, int]) -> None:
    """Show how long a speech is, and how long it takes to read it aloud."""
    slow, fast = (length / rate for rate in band)
    message = _("{length} characters, {minutes:.1f} minutes at {pace} a minute ({fast:.1f} to {slow:.1f})")
    click.echo(message.format(length=length, minutes=length / pace, pace=pace, slow=slow, fast=fast), err=True)

"""draftkit review."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from draftkit.cli.options import FILE, OFFICE, OVERWRITE
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.fact.facts import Facts
    from draftkit.finding import Finding
    from draftkit.office import Office
    from draftkit.reviewing import Reviewed


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Review drafts: punctuation, numbers, content, rhetoric. Exit status 1 when something is found.\n\n\b\n"
        "Examples:\n"
        "  draftkit review draft.docx\n"
        "  draftkit review drafts/ --select P,N --format json\n"
        "  draftkit review draft.docx --facts facts.yaml --annotate commented.docx\n"
        "  draftkit review draft.docx --fix"
    ),
)
@click.argument("drafts", type=FILE, metavar=_("DRAFT..."), nargs=-1, required=True)
@click.option("--facts", type=FILE, help=_("Hold the draft against this facts file."))
@click.option("--select", default="", metavar=_("CODES"), help=_("Only these rules: P07,C or the like."))
@click.option("--ignore", default="", metavar=_("CODES"), help=_("Not these rules."))
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", help=_("How findings are shown.")
)
@click.option("--fix", is_flag=True, help=_("Write a corrected copy beside the draft, safe fixes only."))
@click.option("--annotate", type=FILE, help=_("Write a Word copy with each finding as a comment (.docx)."))
@OFFICE
@OVERWRITE
@click.pass_context
def review(
    ctx: click.Context,
    drafts: tuple[Path, ...],
    facts: Path | None,
    select: str,
    ignore: str,
    shape: str,
    fix: bool,
    annotate: Path | None,
    office: Path | None,
    overwrite: bool,
) -> None:
    from draftkit import offices, pipeline, reviewing
    from draftkit.cli.screen import show_error, show_notes, show_progress
    from draftkit.errors import DraftkitError, on_one_line

    supplied = pipeline.load_facts(facts) if facts else None
    wanted = reviewing.chosen_codes(_codes(select), _codes(ignore))
    settled = offices.office_of(office, reviewing.FILES)
    task = Task(wanted, supplied, settled, fix, annotate, overwrite)
    files = pipeline.speech_files(drafts)
    if annotate and len(files) > 1:
        raise click.UsageError(_("--annotate takes one draft"))
    found: list[Finding] = []
    failed = 0
    for path in show_progress(files):
        try:
            here, notes = task.done(path)
        except DraftkitError as error:
            show_error(error)
            failed += 1
            continue
        show_notes(path, notes)
        found += here
        if shape == "text":
            for finding in here:
                click.echo(on_one_line(_line(finding)))
    if failed < len(files) or shape == "json":
        _sum_up(found, shape)
    ctx.exit(2 if failed else 1 if found else 0)


class Task(NamedTuple):
    """What is to be done with each draft."""

    wanted: tuple[str, ...]
    facts: "Facts | None"
    office: "Office"
    fix: bool
    annotate: Path | None
    overwrite: bool

    def done(self, path: Path) -> "Reviewed":
        """Do it, and return what is found: in the corrected copy where there is one."""
        from draftkit import reviewing

        if self.fix or self.annotate:
            from draftkit import mending

            if self.fix:
                copy, fixes = mending.mended_copy(path, self.wanted, self.facts, self.office)
                click.echo(_("{path}: {n} fixes").format(path=copy or path, n=fixes), err=True)
                path = copy or path
            if self.annotate:
                written = mending.annotated_copy(
                    path, self.annotate, self.wanted, self.facts, self.office, self.overwrite
                )
                click.echo(str(written), err=True)
        return reviewing.review_file(path, self.wanted, self.facts, self.office)


def _line(finding: "Finding") -> str:
    quote = " ".join(finding.quote.split("\n"))
    fix = f" → {finding.fix.words or '∅'}" if finding.fix else ""
    return f"{finding.place} {finding.code} {finding.message}" + (f"：{quote}{fix}" if quote else "")


def _sum_up(found: "list[Finding]", shape: str) -> None:
    from draftkit import reviewing

    if shape == "json":
        import json

        click.echo(json.dumps(reviewing.as_json(found), ensure_ascii=False, indent=1))
    for code, name, count in reviewing.summary(found):
        click.echo(f"{count:5} {code} {name}", err=True)
    click.echo(_("{n} findings").format(n=len(found)), err=True)


def _codes(words: str) -> list[str]:
    return words.upper().replace("，", " ").replace("、", " ").replace(",", " ").split()

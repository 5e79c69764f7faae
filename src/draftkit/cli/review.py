"""draftkit review."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import FILE
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.finding import Finding


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Review drafts: punctuation, numbers, content, rhetoric. Exit status 1 when something is found.\n\n\b\n"
        "Examples:\n"
        "  draftkit review draft.docx\n"
        "  draftkit review drafts/ --select P,N --format json\n"
        "  draftkit review draft.docx --facts facts.yaml"
    ),
)
@click.argument("drafts", type=FILE, metavar=_("DRAFT..."), nargs=-1, required=True)
@click.option("--facts", type=FILE, help=_("Hold the draft against this facts file."))
@click.option("--select", default="", metavar=_("CODES"), help=_("Only these rules: P07,C or the like."))
@click.option("--ignore", default="", metavar=_("CODES"), help=_("Not these rules."))
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", help=_("How findings are shown.")
)
@click.pass_context
def review(
    ctx: click.Context, drafts: tuple[Path, ...], facts: Path | None, select: str, ignore: str, shape: str
) -> None:
    from draftkit import pipeline, reviewing
    from draftkit.cli.screen import show_error, show_progress
    from draftkit.errors import DraftkitError

    wanted = reviewing.chosen_codes(_codes(select), _codes(ignore))
    supplied = pipeline.load_facts(facts) if facts else None
    found: list[Finding] = []
    failed = False
    for path in show_progress(pipeline.speech_files(drafts)):
        try:
            here = reviewing.review_file(path, wanted, supplied)
        except DraftkitError as error:
            show_error(error)
            failed = True
            continue
        found += here
        if shape == "text":
            for finding in here:
                click.echo(f"{finding.place} {finding.code} {finding.message}: {finding.quote}")
    if shape == "json":
        click.echo(json.dumps(reviewing.as_json(found), ensure_ascii=False, indent=1))
    for code, name, count in reviewing.summary(found):
        click.echo(f"{count:5} {code} {name}", err=True)
    click.echo(_("{n} findings").format(n=len(found)), err=True)
    ctx.exit(2 if failed else 1 if found else 0)


def _codes(words: str) -> list[str]:
    return [code.strip() for code in words.replace("，", ",").split(",") if code.strip()]

"""draftkit batch."""

from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.options import EXECUTOR, FILE, FRAMES, OFFICE, OVERWRITE
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.pattern import Pattern


def _pattern(_context: click.Context, _option: click.Parameter, words: str | None) -> "Pattern | None":
    from draftkit.pattern import BadPattern, Pattern

    try:
        return Pattern.parse(words) if words else None
    except BadPattern as error:
        raise click.BadParameter(f"{error.message}  {error.advice}") from error


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Write a speech for each street of a table, and the lists that go with them: what became of each"
        " (manifest.csv), what is still to be supplied and by whom. Several tables are joined by the streets'"
        " names.\n\n\b\nExamples:\n"
        "  draftkit batch examples/streets.xlsx examples/台账.xlsx --vary -o drafts/ --compilation 汇编.docx\n"
        "  draftkit batch streets.xlsx figures.csv -f 短发言-一是二是三是 -o drafts/ --resume\n"
        '  draftkit batch streets.xlsx -o drafts/ --name "{{ 单位 }}在{{ 会议 }}上的发言"'
    ),
)
@click.argument("tables", type=FILE, nargs=-1, required=True, metavar=_("TABLE..."))
@click.option("-f", "--frame", "skeleton", help=_("The skeleton; else each table names it, as a form does."))
@click.option("-o", "--output", type=FILE, required=True, help=_("The folder of the drafts."))
@click.option("--name", callback=_pattern, help=_("The names of the drafts, of words of the table."))
@click.option("--number", is_flag=True, help=_("Number drafts whose names would be one, instead of stopping."))
@click.option("--map", "mapping", type=FILE, help=_("A .yaml that says what the columns hold."))
@click.option("--write-map", type=FILE, help=_("Write to this .yaml what the columns were taken for."))
@click.option("--dry-run", is_flag=True, help=_("Show what the columns were taken for, and write nothing."))
@click.option("--resume", is_flag=True, help=_("Write only what is not there, or has other facts now."))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=_("Processes that write at the same time.  [default: one for few streets, else one a processor]"),
)
@EXECUTOR
@click.option("--compilation", type=FILE, help=_("Bind all drafts into this .docx: cover, 目录, speeches."))
@FRAMES
@OFFICE
@click.option("--template", type=FILE, help=_("The office's own .docx, as for compose."))
@click.option(
    "--missing",
    type=click.Choice(["mark", "fail", "drop"]),
    default="mark",
    show_default=True,
    help=_("What a missing fact becomes: a visible mark, no draft, or what can be spared goes."),
)
@click.option(
    "--vary", is_flag=True, help=_("Give each street other frames, by its name, so that no two read alike.")
)
@click.option(
    "--draw", type=click.IntRange(min=0), default=0, help=_("With another number the frames are drawn anew.")
)
@click.option("--no-review", is_flag=True, help=_("Do not review the drafts, which is faster."))
@OVERWRITE
def batch(**options: Any) -> None:
    from draftkit.cli import batched

    if not batched.carry_out(batched.Call(**options)):
        raise click.exceptions.Exit(1)

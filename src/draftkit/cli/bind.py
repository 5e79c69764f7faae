"""draftkit bind."""

from pathlib import Path

import click

from draftkit.cli.options import FILE, OFFICE, OVERWRITE
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Bind drafts, edited by hand or not, into one 汇编: cover, 目录 with page numbers, each speech on a new"
        " page, in the order given; and review them side by side. Exit status 1 when something is found, or a"
        " gap is left.\n\n\b\n"
        "Examples:\n"
        "  draftkit bind drafts/ -o 汇编.docx --title 全区城市更新工作交流发言材料汇编\n"
        "  draftkit bind 03.docx 01.docx 02.txt -o 汇编.docx --unit 区委组织部 --date 2026年11月\n"
        "  draftkit bind --list order.txt -o 汇编.docx"
    ),
)
@click.argument("drafts", type=FILE, metavar=_("DRAFT..."), nargs=-1)
@click.option("-o", "--output", type=FILE, required=True, help=_("The file of the 汇编 (.docx)."))
@click.option(
    "--list", "listed", type=FILE, help=_("A text file that names the drafts in their order, one a line.")
)
@click.option("--title", default="交流发言材料汇编", show_default=True, help=_("What the 汇编 is called."))
@click.option("--unit", default="", help=_("Who prints it, on the cover."))
@click.option("--date", default="", help=_("When, on the cover: 2026年11月."))
@OFFICE
@click.option(
    "--template", type=FILE, help=_("The office's own .docx, whose styles, page and headers the draft takes.")
)
@click.option("--no-review", is_flag=True, help=_("Do not review the drafts side by side."))
@OVERWRITE
@click.pass_context
def bind(
    ctx: click.Context,
    drafts: tuple[Path, ...],
    output: Path,
    listed: Path | None,
    title: str,
    unit: str,
    date: str,
    office: Path | None,
    template: Path | None,
    no_review: bool,
    overwrite: bool,
) -> None:
    from draftkit import binding, offices
    from draftkit.cli.screen import show_findings, show_progress
    from draftkit.files import save
    from draftkit.write.compilation import Cover

    paths = [*drafts, *(binding.listed_files(listed) if listed else ())]
    if not paths:
        raise click.UsageError(_("name the drafts, or give --list"))
    cover = Cover(title.strip(), unit.strip(), date.strip())
    settled = offices.office_of(office)
    files = binding.draft_files(paths, output, template)
    read = binding.read_drafts(show_progress(files))
    bound = binding.bind(read, cover, settled.layout, template)
    click.echo(str(save(output, bound.content, overwrite)))
    for note in bound.notes:
        click.echo(note, err=True)
    counts = _("{speeches} speeches, {pages} pages, {gaps} gaps")
    click.echo(counts.format(speeches=len(bound.entries), pages=bound.pages, gaps=bound.gaps), err=True)
    found = () if no_review else binding.review_together(read)
    show_findings(found)
    ctx.exit(1 if found or bound.gaps else 0)

"""draftkit form."""

from pathlib import Path

import click

from draftkit.cli.options import FILE, FRAMES, OVERWRITE
from draftkit.messages import _, language


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Write the form of a skeleton: a facts file with a question on every line, or a workbook for many "
        "streets at once, a row for each.\n\n\b\nExamples:\n"
        "  draftkit form 对偶标题-三四部分-段首句 -o facts.yaml\n"
        "  draftkit form 对偶标题-三四部分-段首句 -o streets.xlsx\n"
        "  draftkit form 对偶标题-三四部分-段首句 --filled -o try.yaml && draftkit compose try.yaml"
    ),
)
@click.argument("skeleton", metavar=_("SKELETON"))
@click.option(
    "-o", "--output", type=FILE, help=_("The form's file (.yaml or .xlsx); without it the form is shown.")
)
@FRAMES
@click.option("--filled", is_flag=True, help=_("Fill the form with the slots' own examples, to try it."))
@OVERWRITE
def form(skeleton: str, output: Path | None, frames: Path | None, filled: bool, overwrite: bool) -> None:
    from draftkit import pipeline
    from draftkit.files import save
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames))
    if output and output.suffix.lower() == ".xlsx":
        from draftkit.store.table.form import form_workbook

        content = form_workbook(pipeline.skeleton_named(skeleton, library), library, filled)
        click.echo(str(save(output, content, overwrite)))
        return
    if output:
        pipeline.refuse_facts(output, _("Name a .yaml file, or an .xlsx file for many streets"))
    folder = output.parent if output else Path()
    text = pipeline.blank_form(skeleton, library, language() == "zh_CN", filled, folder)
    if output is None:
        click.echo(text, nl=False)
    else:
        click.echo(str(save(output, text.encode(), overwrite)))

"""draftkit frames schema."""

from pathlib import Path
from typing import Literal

import click

from draftkit.cli.options import FILE, OVERWRITE
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Print the JSON Schema of a frame's file, or of a facts file, by which an editor completes and checks"
        " them.\n\n\b\nExamples:\n"
        "  draftkit frames schema\n"
        "  draftkit frames schema facts -o facts.schema.json"
    ),
)
@click.argument("of", type=click.Choice(["frame", "facts"]), default="frame")
@click.option("-o", "--output", type=FILE, help=_("The schema's file (.json); without it the schema is shown."))
@OVERWRITE
def schema(of: Literal["frame", "facts"], output: Path | None, overwrite: bool) -> None:
    from draftkit.files import save
    from draftkit.library import schema_text

    text = schema_text(of)
    if output is None:
        click.echo(text, nl=False)
    else:
        click.echo(str(save(output, text.encode(), overwrite)))

"""draftkit office."""

from pathlib import Path

import click

from draftkit.cli.options import FILE, OVERWRITE
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Write the office's file, draftkit.toml: names, words, roster and layout that hold for every draft. All"
        " of it is explained there, and holds when its # is taken off.\n\n\b\nExample:\n"
        "  draftkit office -o draftkit.toml"
    ),
)
@click.option(
    "-o", "--output", type=FILE, help=_("The office's file (.toml); without it the example is shown.")
)
@OVERWRITE
def office(output: Path | None, overwrite: bool) -> None:
    from draftkit.files import save
    from draftkit.offices import SHIPPED_OFFICE

    text = SHIPPED_OFFICE.read_text("utf-8")
    if output is None:
        click.echo(text, nl=False)
    else:
        click.echo(str(save(output, text.encode(), overwrite)))

"""draftkit frames: a file for each of its commands."""

import click

from draftkit.cli.frames.check import check
from draftkit.cli.frames.diff import diff
from draftkit.cli.frames.fork import fork
from draftkit.cli.frames.list import list_frames
from draftkit.cli.frames.preview import preview
from draftkit.cli.frames.schema import schema
from draftkit.cli.frames.show import show
from draftkit.messages import _


@click.group(
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The library of frames.\n\n\b\nExample:\n  draftkit frames list --kind skeleton"),
)
def frames() -> None:
    pass


for command in (check, diff, fork, list_frames, preview, schema, show):
    frames.add_command(command)

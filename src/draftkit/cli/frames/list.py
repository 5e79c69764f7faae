"""draftkit frames list."""

from pathlib import Path

import click

from draftkit.cli.options import FRAMES
from draftkit.frame import KINDS
from draftkit.messages import _


@click.command(
    "list",
    options_metavar=_("[OPTIONS]"),
    help=_("List the frames: name, when to use it.\n\n\b\nExample:\n  draftkit frames list --kind parallel"),
)
@click.option("--kind", type=click.Choice(KINDS), help=_("Only frames of this kind."))
@FRAMES
def list_frames(kind: str | None, frames: Path | None) -> None:
    from draftkit import pipeline
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames))
    for frame_id in library:
        if kind in (None, frame_id.partition("/")[0]):
            click.echo(f"{frame_id}\t{library[frame_id].use}")

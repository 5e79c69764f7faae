"""draftkit frames show."""

from pathlib import Path

import click

from draftkit.cli.options import FRAMES
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Show a frame, with all that it inherits, and the file that it comes from.\n\n\b\nExamples:\n"
        "  draftkit frames show parallel/在…上下功夫\n"
        "  draftkit frames show parallel/下足功夫 --tree"
    ),
)
@click.argument("frame_id", metavar=_("KIND/NAME"))
@click.option("--tree", is_flag=True, help=_("Show of each part which file it comes from."))
@FRAMES
def show(frame_id: str, tree: bool, frames: Path | None) -> None:
    from draftkit import framing, pipeline
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames))
    if not tree:
        path, text = pipeline.shown_frame(frame_id, library)
        click.echo(str(path), err=True)
        click.echo(text, nl=False)
        return
    path, origins = framing.tree(frame_id, library)
    click.echo(str(path), err=True)
    for origin in origins:
        words = f" {origin.words}" if origin.words else ""
        click.echo(f"{'  ' * origin.depth}{origin.key}:{words}  ← {origin.place.file}:{origin.place.line}")

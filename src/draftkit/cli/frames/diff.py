"""draftkit frames diff."""

from pathlib import Path

import click

from draftkit.cli.options import FRAMES
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Say what differs between two frames, key by key, with all that they inherit. A single one is compared"
        " with the one of its name in a folder behind its own, else with the one that it extends."
        "\n\n\b\nExamples:\n"
        "  draftkit frames diff parallel/在…上下功夫 parallel/在…上做文章\n"
        "  draftkit frames diff parallel/下足功夫"
    ),
)
@click.argument("frame_id", metavar=_("KIND/NAME"))
@click.argument("other_id", metavar=_("[KIND/NAME]"), required=False)
@FRAMES
def diff(frame_id: str, other_id: str | None, frames: Path | None) -> None:
    from draftkit import framing, pipeline
    from draftkit.library import Library

    files, lines = framing.compared(frame_id, other_id, Library(pipeline.frame_folders(frames)))
    click.echo("{} → {}".format(*files), err=True)
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo(_("they do not differ"), err=True)

"""draftkit frames check."""

from pathlib import Path

import click

from draftkit.cli.options import FRAMES
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Check every frame, and say all that is wrong. Exit status 1 when there is something.\n\n\b\nExample:\n"
        "  draftkit frames check --frames my-frames"
    ),
)
@FRAMES
@click.pass_context
def check(ctx: click.Context, frames: Path | None) -> None:
    from draftkit import pipeline
    from draftkit.errors import told
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames))
    problems = library.check()
    for problem in told(problems):
        click.echo(str(problem))
    counted = _("{n} frames checked, {problems} problems").format(n=len(library), problems=len(problems))
    click.echo(counted, err=True)
    ctx.exit(1 if problems else 0)

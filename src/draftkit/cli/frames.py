"""draftkit frames list | show | check."""

from pathlib import Path

import click

from draftkit.cli.options import FRAMES
from draftkit.frame import KINDS
from draftkit.messages import _


@click.group(
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_("The library of frames.\n\n\b\nExample:\n  draftkit frames list --kind skeleton"),
)
def frames() -> None:
    pass


@frames.command(
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


@frames.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Show a frame, with all that it inherits, and the file that it comes from.\n\n\b\nExample:\n"
        "  draftkit frames show parallel/在…上下功夫"
    ),
)
@click.argument("frame_id", metavar=_("KIND/NAME"))
@FRAMES
def show(frame_id: str, frames: Path | None) -> None:
    from draftkit import pipeline
    from draftkit.library import Library

    path, text = pipeline.shown_frame(frame_id, Library(pipeline.frame_folders(frames)))
    click.echo(str(path), err=True)
    click.echo(text, nl=False)


@frames.command(
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
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames))
    problems = library.check()
    for problem in problems:
        click.echo(str(problem))
    counted = _("{n} frames checked, {problems} problems").format(n=len(library), problems=len(problems))
    click.echo(counted, err=True)
    ctx.exit(1 if problems else 0)

"""draftkit frames fork."""

from pathlib import Path

import click

from draftkit.cli.options import FILE, FRAMES
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Make a frame of your own out of another: it extends the other, overrides a slot of it (of a skeleton"
        " the sections), and says what else can be overridden.\n\n\b\nExamples:\n"
        "  draftkit frames fork parallel/在…上下功夫 下足功夫\n"
        "  draftkit frames fork skeleton/短发言-一是二是三是 三条短发言 -o my-frames/"
    ),
)
@click.argument("frame_id", metavar=_("KIND/NAME"))
@click.argument("name", metavar=_("NEW"))
@click.option(
    "-o",
    "--output",
    type=FILE,
    default=Path("frames"),
    show_default=True,
    help=_("The folder of frames."),
)
@FRAMES
def fork(frame_id: str, name: str, output: Path, frames: Path | None) -> None:
    from draftkit import framing, pipeline
    from draftkit.cli.screen import as_word
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames))
    path = framing.fork(frame_id, name, output, library)
    click.echo(str(path))
    found = {folder.resolve() for folder in pipeline.frame_folders()}
    where = "" if output.resolve() in found else f" --frames {as_word(str(output))}"
    message = _("Edit it, then: draftkit frames check{where} && draftkit frames preview {frame}{where}")
    click.echo(message.format(frame=as_word(f"{path.parent.name}/{path.stem}"), where=where), err=True)

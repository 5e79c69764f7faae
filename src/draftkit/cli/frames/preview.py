"""draftkit frames preview."""

from pathlib import Path

import click

from draftkit.cli.options import FILE, FRAMES, OVERWRITE
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Show how a frame reads when it is filled with its own examples: a skeleton as a whole speech, a"
        " parallel as sibling headings, a formula in each of its wordings.\n\n\b\nExamples:\n"
        "  draftkit frames preview parallel/在…上下功夫\n"
        "  draftkit frames preview skeleton/短发言-一是二是三是 -o try.docx"
    ),
)
@click.argument("frame_id", metavar=_("KIND/NAME"))
@click.option(
    "-o", "--output", type=FILE, help=_("The file to write (.docx, .txt); without it the frame is shown.")
)
@FRAMES
@OVERWRITE
def preview(frame_id: str, output: Path | None, frames: Path | None, overwrite: bool) -> None:
    from draftkit import framing, pipeline
    from draftkit.cli.screen import show_findings, show_length
    from draftkit.compose import BAND, PACE
    from draftkit.files import safe_name
    from draftkit.library import Library
    from draftkit.write import write

    target = pipeline.Target.of(output, None, Path(frame_id))
    library = Library(pipeline.frame_folders(frames), trusted=pipeline.shipped_frames())
    path, composed = framing.preview(frame_id, library)
    click.echo(str(path), err=True)
    if output is None:
        click.echo(write(composed.document, ".txt").decode(), nl=False)
    else:
        name = safe_name(frame_id.rpartition("/")[2])
        click.echo(str(pipeline.put(target, composed.document, name, overwrite)))
    if composed.length:
        show_length(composed.length, PACE, BAND)
    show_findings(composed.findings)

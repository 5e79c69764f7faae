"""draftkit outline."""

from pathlib import Path
from typing import Literal

import click

from draftkit.cli.options import FILE, OVERWRITE
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Show how past speeches are built: what is heading, point, parallel, bundle, and what is debris.\n\n"
        "\b\nExamples:\n"
        "  draftkit outline seeds/\n"
        "  draftkit outline speech.docx --depth 1\n"
        "  draftkit outline --format json seeds/ -o outlines/"
    ),
)
@click.argument("speeches", type=FILE, nargs=-1, required=True, metavar=_("SPEECH..."))
@click.option(
    "--format",
    "kind",
    type=click.Choice(["tree", "json", "text"]),
    default="tree",
    show_default=True,
    help=_("A tree for people; JSON: one document for one file; or all the text that was read."),
)
@click.option("--depth", type=click.IntRange(min=0), help=_("Show headings down to this level only."))
@click.option("-o", "--output", type=FILE, help=_("A folder; each outline goes into a file of its own there."))
@OVERWRITE
def outline(
    speeches: tuple[Path, ...],
    kind: Literal["tree", "json", "text"],
    depth: int | None,
    output: Path | None,
    overwrite: bool,
) -> None:
    from draftkit import pipeline
    from draftkit.cli.screen import painted, show_error, show_notes, show_progress
    from draftkit.errors import DraftkitError
    from draftkit.files import refuse_input, save

    failed = False
    files = pipeline.speech_files(speeches)
    for path in show_progress(files):
        try:
            document, notes = pipeline.read_speech(path)
            show_notes(path, notes)
            text = painted(path, document, depth) if kind == "tree" else pipeline.outlined(document, kind)
            if output:
                suffix = ".json" if kind == "json" else ".txt"
                target = output / f"{path.stem}{suffix}"
                refuse_input(target, (path,))
                click.echo(str(save(target, click.unstyle(text).encode(), overwrite)))
            else:
                click.echo(text, nl=False)
        except DraftkitError as error:
            show_error(error)
            failed = True
    if failed:
        raise click.exceptions.Exit(2)

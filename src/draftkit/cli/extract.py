"""draftkit extract."""

from pathlib import Path

import click

from draftkit.cli.options import FILE, FRAMES, OVERWRITE
from draftkit.messages import _


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Turn a past speech into a facts file: every figure once, under a name. Change what is new this year,"
        " and compose it again.\n\n\b\nExamples:\n"
        "  draftkit extract last-year.docx -o facts.yaml --frames-out mine/\n"
        "  draftkit compose facts.yaml --frames mine/ -o this-year.docx"
    ),
)
@click.argument("speech", type=FILE, metavar=_("SPEECH"))
@click.option("-o", "--output", type=FILE, required=True, help=_("The facts file (.yaml)."))
@click.option("--speech", "number", type=int, help=_("Which speech of a file that has several, from 1."))
@click.option("--frame", "skeleton", help=_("A skeleton to lay the speech into, instead of one made for it."))
@click.option(
    "--frames-out", type=FILE, help=_("The folder for the frames made; without it a folder beside the facts.")
)
@FRAMES
@OVERWRITE
def extract(
    speech: Path,
    output: Path,
    number: int | None,
    skeleton: str | None,
    frames_out: Path | None,
    frames: Path | None,
    overwrite: bool,
) -> None:
    from draftkit import learning, pipeline
    from draftkit.cli.screen import as_word, show_notes
    from draftkit.files import placed_in, refuse_input
    from draftkit.library import Library

    refuse_input(output, (speech,))
    folder = frames_out or output.with_name(f"{output.stem}-frames")
    library = Library(pipeline.frame_folders(frames), trusted=pipeline.shipped_frames())
    with placed_in(speech):
        chosen, notes = learning.speech_in(speech, number)
        extracted = learning.extract(chosen, library, skeleton, folder)
    show_notes(speech, notes)
    for path in learning.put_extracted(extracted, output, folder, overwrite):
        click.echo(str(path))
    _tell(extracted.left, extracted.differs, len(extracted.facts.figures))
    if extracted.frames:
        click.echo(
            _("Print it: draftkit compose {facts} --frames {folder} -o DRAFT.docx").format(
                facts=as_word(str(output)), folder=as_word(str(folder))
            ),
            err=True,
        )
    if extracted.left or extracted.differs:
        raise click.exceptions.Exit(1)


def _tell(left: tuple[str, ...], differs: str, figures: int) -> None:
    for words in left:
        click.echo(_("no place in this skeleton: {words}").format(words=words), err=True)
    if differs:
        click.echo(
            _("the draft of these facts differs from the speech at: {words}").format(words=differs), err=True
        )
    else:
        click.echo(_("{n} figures; the facts print the speech to the letter").format(n=figures), err=True)

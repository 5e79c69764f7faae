"""draftkit place."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import FILE, FRAMES, OVERWRITE
from draftkit.messages import _, language

if TYPE_CHECKING:
    from draftkit.placing import Laid


def _topics(_context: click.Context, _option: click.Parameter, words: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (word.strip() for word in (words or "").replace("，", ",").split(","))))


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Lay a heap of notes into the sections of a speech, by what they speak of, and say how sure that is."
        " What belongs nowhere stays in loose:. Laid into again, what was moved or edited by hand stays.\n\n"
        "\b\nExamples:\n"
        "  draftkit place notes.txt -f facts.yaml\n"
        "  draftkit place notes.txt -f facts.yaml -o facts.yaml --overwrite\n"
        "  draftkit place notes.docx -f 短发言-一是二是三是 --sections 宣传,选人,监督 -o facts.yaml"
    ),
)
@click.argument("notes", type=FILE, metavar=_("NOTES"))
@click.option(
    "-f",
    "--facts",
    "source",
    required=True,
    help=_("A facts file with headings (.yaml, .json), or a skeleton's name."),
)
@click.option("-o", "--output", type=FILE, help=_("The facts file (.yaml); without it nothing is written."))
@click.option(
    "--sections", callback=_topics, help=_("What the sections are about in order, with commas between.")
)
@FRAMES
@OVERWRITE
def place(
    notes: Path,
    source: str,
    output: Path | None,
    sections: tuple[str, ...],
    frames: Path | None,
    overwrite: bool,
) -> None:
    from draftkit import pipeline, placing
    from draftkit.cli.screen import show_notes
    from draftkit.errors import visible
    from draftkit.files import refuse_input
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames), trusted=pipeline.shipped_frames())
    folder = output.parent if output else Path()
    base, file = placing.base_of(source, library, sections, language() == "zh_CN", folder)
    heap, told = placing.read_notes(notes)
    show_notes(notes, told)
    laid = placing.lay_notes(heap, base, file, library, sections)
    if output:
        refuse_input(output, (notes,))
        click.echo(str(placing.save_laid(laid, output, overwrite)))
    for one in laid.put:
        where = f"{one.key} “{one.heading}”" if one.heading else one.key
        click.echo(visible(f"{one.remark}\t{where}\t{one.text}"), err=output is not None)
    _tell(laid)
    if laid.unsettled or laid.gone:
        raise click.exceptions.Exit(1)


def _tell(laid: "Laid") -> None:
    for message, texts in (
        (_("reworded in its place: {words}"), laid.reworded),
        (_("reworded, but its place was edited by hand; both are kept: {words}"), laid.unsettled),
        (_("no longer among the notes, left where it is: {words}"), laid.gone),
        (_("stands twice among the notes: {words}"), laid.repeated),
    ):
        for text in texts:
            click.echo(message.format(words=text), err=True)
    if laid.anew:
        click.echo(_("the facts are laid out anew, their comments are gone"), err=True)
    counts = Counter(one.key if one.key in ("next", "loose") else "sections" for one in laid.put)
    message = _("{sections} notes in sections, {next} in next:, {loose} in loose:; {known} were there already")
    told = {name: counts[name] for name in ("sections", "next", "loose")}
    click.echo(message.format(known=laid.known, **told), err=True)

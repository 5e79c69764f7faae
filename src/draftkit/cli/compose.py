"""draftkit compose."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from draftkit.cli.options import FILE, FRAMES, OFFICE, OVERWRITE
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.fact.facts import Facts
    from draftkit.office import Office
    from draftkit.tree import Document


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Write a speech from a facts file.\n\n\b\nExamples:\n"
        "  draftkit compose examples/facts.yaml -o outputs/\n"
        "  draftkit compose facts.yaml -o draft.docx --missing fail"
    ),
)
@click.argument("facts", type=FILE, metavar=_("FACTS"))
@click.option("-o", "--output", type=FILE, help=_("The draft's file (.docx, .txt), or a folder for it."))
@click.option(
    "--to", "suffix", type=click.Choice(["docx", "txt"]), help=_("The kind of file; docx by default.")
)
@FRAMES
@OFFICE
@click.option(
    "--template", type=FILE, help=_("The office's own .docx, whose styles, page and headers the draft takes.")
)
@click.option(
    "--reading-copy", is_flag=True, help=_("Write a large bold copy to read from as well, beside the draft.")
)
@click.option(
    "--missing",
    type=click.Choice(["mark", "fail", "drop"]),
    default="mark",
    show_default=True,
    help=_("What a missing fact becomes: a visible mark, an error that lists all, or what can be spared goes."),
)
@click.option("--trace", type=FILE, help=_("Write to this .json where each span of the text comes from."))
@click.option("--explain", is_flag=True, help=_("Show where each span of the text comes from."))
@click.option("--no-review", is_flag=True, help=_("Do not review the draft, which is faster."))
@OVERWRITE
def compose(
    facts: Path,
    output: Path | None,
    suffix: str | None,
    frames: Path | None,
    office: Path | None,
    template: Path | None,
    reading_copy: bool,
    missing: Literal["mark", "fail", "drop"],
    trace: Path | None,
    explain: bool,
    no_review: bool,
    overwrite: bool,
) -> None:
    from draftkit import offices, pipeline, printing
    from draftkit.cli.screen import show_findings, show_length
    from draftkit.compose import BAND, PACE
    from draftkit.files import save
    from draftkit.library import Library

    target = pipeline.Target.of(output, suffix, facts)
    source = offices.office_file(office)
    settled = _settled(office, no_review)
    looks = printing.looks_of(target, settled.layout, source, template, reading_copy)
    library = Library(pipeline.frame_folders(frames), trusted=pipeline.shipped_frames())
    supplied, composed = pipeline.draft(facts, library, missing)
    name = pipeline.file_name(supplied, library)
    told = printing.trace_for(trace, facts, composed.document, supplied, overwrite) if trace else b""
    for path in printing.put(target, composed.document, name, looks, overwrite):
        click.echo(str(path))
    for note in looks.notes:
        click.echo(note, err=True)
    show_length(composed.length, PACE, BAND)
    show_findings(composed.findings)
    if not no_review:
        _review(composed.document, supplied, settled)
    if trace:
        save(trace, told, overwrite)
    if explain:
        _explain(composed.document, supplied)


def _settled(office: Path | None, no_review: bool) -> "Office":
    """What the office has settled; without a file of its own and a review there is nothing to look up."""
    from draftkit import offices

    if no_review:
        from draftkit.office import Office

        return offices.office_of(office) if offices.office_file(office) else Office()
    from draftkit.reviewing import FILES

    return offices.office_of(office, FILES)


def _review(document: "Document", facts: "Facts", office: "Office") -> None:
    from draftkit.cli.screen import show_findings
    from draftkit.drafting import review_draft

    show_findings(review_draft(document, facts, office))


def _explain(document: "Document", facts: "Facts") -> None:
    from draftkit.errors import visible
    from draftkit.write.trace import trace as traced

    line = -1
    for span in traced(document, facts):
        if span["line"] != line:
            click.echo()
            line = span["line"]
        origin = _called(span["frame"]) or "、".join(span["places"] or span["facts"])
        if span["frame"] and span["facts"]:
            origin += f" ({'、'.join(span['facts'])})"
        source = f" [{'、'.join(span['sources'])}]" if span["sources"] else ""
        click.echo(visible(f"{span['text']}  ← {origin or '—'}{source}"))


def _called(frame: str) -> str:
    """Return how the origin of a span is called: a frame by its id, what is none in words."""
    if frame == "punctuation":
        return _("punctuation")
    kind, _slash, name = frame.partition("/")
    return _("filter {name}").format(name=name) if kind == "filter" else frame

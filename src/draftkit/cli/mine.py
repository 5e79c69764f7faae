"""draftkit mine."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.options import EXECUTOR, FILE, OVERWRITE
from draftkit.frame import KINDS, Kind
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.mine.shelf import Entry, What
    from draftkit.mining import Told


def _kinds(_context: click.Context, _option: click.Parameter, words: str | None) -> tuple[Kind, ...]:
    asked = words.replace("，", ",").split(",") if words else KINDS
    unknown = [word for word in asked if word.strip() not in KINDS]
    if unknown:
        message = _("“{word}” is no kind of frame; known here: {words}")
        raise click.BadParameter(message.format(word=unknown[0], words="、".join(KINDS)))
    return tuple(kind for kind in KINDS if kind in {word.strip() for word in asked})


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Turn past speeches into frames: what they have in common, with slots for what is each one's own."
        " A folder can be mined into again: what was edited stays.\n\n\b\nExamples:\n"
        "  draftkit mine seeds/ -o mined/\n"
        "  draftkit mine speeches/ -o mined/ --min-support 2 --kinds parallel,couplet --report mined.html"
    ),
)
@click.argument("speeches", type=FILE, nargs=-1, required=True, metavar=_("SPEECH..."))
@click.option("-o", "--output", type=FILE, required=True, help=_("The folder of frames."))
@click.option(
    "--min-support",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help=_("Keep what so many documents have at least; near-copies count once."),
)
@click.option("--kinds", callback=_kinds, help=_("Only these kinds, with commas between them."))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=_("Processes that read at the same time.  [default: one for few files, else one a processor]"),
)
@EXECUTOR
@click.option("--report", type=FILE, help=_("Write to this .md or .html what was found, and what was not."))
@click.option("--prune", is_flag=True, help=_("Delete what is no longer found, unless it was edited."))
@OVERWRITE
def mine(
    speeches: tuple[Path, ...],
    output: Path,
    min_support: int,
    kinds: tuple[Kind, ...],
    jobs: int | None,
    executor: str | None,
    report: Path | None,
    prune: bool,
    overwrite: bool,
) -> None:
    from draftkit import executing, mining, pipeline
    from draftkit.folder import held
    from draftkit.mine.gather import Finds
    from draftkit.mine.learn import learned

    files = pipeline.speech_files(speeches)
    if report:
        mining.refuse_report(report, files)
    known = mining.known_frames(output)
    finds = Finds()
    names = mining.known_names(output)
    with executing.executor_of(executor, jobs or executing.jobs_for(len(files))) as opened:
        failed = _read(files, mining.gathered(files, known, opened, finds, names))
    library = learned(finds, kinds, min_support, known)
    if not library.documents:
        raise click.exceptions.Exit(2)
    with held(output):
        entries = mining.shelved(library, output, kinds)
        kept = mining.prune(entries, output) if prune else entries
        mining.put_frames(kept, output)
    _show(entries, set(entries) - set(kept))
    click.echo(str(output))
    if report:
        click.echo(str(mining.put_report(library, report, overwrite)))
    if failed:
        raise click.exceptions.Exit(2)


def _read(files: Sequence[Path], told: "Iterator[Told]") -> bool:
    """Show how the mining of files goes on; return whether there was one that cannot be read."""
    from draftkit.cli.screen import show_error, show_notes, show_progress
    from draftkit.errors import DraftkitError

    failed = False
    for path, one in zip(show_progress(files), told, strict=True):
        if one.problems:
            show_error(DraftkitError(one.problems))
            failed = True
        show_notes(path, one.notes)
    return failed


def _show(entries: "Sequence[Entry]", deleted: "Collection[Entry]") -> None:
    """Show what has become of each frame, but for those that are as they were."""
    said: dict[What, str] = {
        "new": _("new"),
        "changed": _("changed"),
        "edited": _("edited by hand, left as it is"),
        "gone": _("no longer found, left as it is"),
    }
    for entry in entries:
        if entry.what in said:
            words = _("no longer found, deleted") if entry in deleted else said[entry.what]
            click.echo(f"{words}: {entry.frame}", err=True)
    counts = Counter[str](entry.what for entry in entries)
    message = _("{new} new, {changed} changed, {same} as before, {edited} edited, {gone} no longer found")
    click.echo(message.format(**{what: counts[what] for what in (*said, "same")}), err=True)

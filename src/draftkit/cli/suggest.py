"""draftkit suggest headings | title."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from draftkit.cli.options import FRAMES
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.suggest.rank import Suggestion
    from draftkit.suggesting import Asked

Command = Callable[..., Any]


def _options(command: Command) -> Command:
    """What both commands take."""
    for option in (
        FRAMES,
        click.option(
            "--format",
            "shape",
            type=click.Choice(["text", "json"]),
            default="text",
            help=_("How they are shown."),
        ),
        click.option(
            "-n",
            "count",
            type=click.IntRange(1, 20),
            default=5,
            show_default=True,
            help=_("How many, at most."),
        ),
        click.option("--theme", default="", metavar=_("WORD"), help=_("What the topics are all about.")),
        click.argument("topics", nargs=-1, required=True, metavar=_("TOPIC...")),
    ):
        command = option(command)
    return command


@click.group(
    options_metavar=_("[OPTIONS]"),
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_(
        "Suggest parallel headings, or a title, for topics: frames of the library, filled with words of the"
        " lexicon.\n\n\b\nExample:\n  draftkit suggest headings 宣传 选人 监督 --theme 换届"
    ),
)
def suggest() -> None:
    pass


@suggest.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Sets of headings, one heading for each topic, all on one pattern; the best balanced first. What the"
        " lexicon has no words for stays blank: 【…】.\n\n\b\nExample:\n"
        "  draftkit suggest headings 预警 排查 值守 --theme 防汛 -n 3"
    ),
)
@_options
def headings(topics: tuple[str, ...], theme: str, count: int, shape: str, frames: Path | None) -> None:
    from draftkit import suggesting

    given = suggesting.asked(topics, theme, 2)
    _show(given, suggesting.suggested_headings(_library(frames), given, count), shape, "\n   ")


@suggest.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Titles of two halves, a half for each topic, the last for the theme; the best balanced first.\n\n\b\n"
        "Example:\n  draftkit suggest title 引才 育才 --theme 人才"
    ),
)
@_options
def title(topics: tuple[str, ...], theme: str, count: int, shape: str, frames: Path | None) -> None:
    from draftkit import suggesting

    given = suggesting.asked(topics, theme, 1 if theme else 2)
    _show(given, suggesting.suggested_titles(_library(frames), given, count), shape, " ")


def _library(frames: Path | None) -> Any:
    from draftkit import pipeline
    from draftkit.library import Library

    return Library(pipeline.frame_folders(frames), trusted=pipeline.shipped_frames())


def _show(given: "Asked", found: "Sequence[Suggestion]", shape: str, between: str) -> None:
    from draftkit.suggesting import suggestions_json

    if shape == "json":
        click.echo(suggestions_json(given, found), nl=False)
    for number, one in enumerate(found if shape == "text" else (), 1):
        click.echo(f"{number}. {between.join(one.texts)}")
        click.echo(f"   {one.frame}  {one.score:.2f}  {_told(one)}\n")
    if not found:
        click.echo(_("no frame fits these topics"), err=True)
        raise click.exceptions.Exit(1)


def _told(one: "Suggestion") -> str:
    """The parts of a score in words."""
    words = {
        "length": _("length"),
        "commas": _("commas"),
        "classes": _("word classes"),
        "fixed": _("fixed words"),
        "repeats": _("no word twice"),
        "tails": _("endings"),
        "room": _("one line"),
        "words": _("own words"),
    }
    return ", ".join(f"{words[name]} {part:.2f}" for name, part in one.parts.items())

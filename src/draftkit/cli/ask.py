"""draftkit ask."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from draftkit.cli.compose import compose
from draftkit.cli.ending import status_of
from draftkit.cli.options import FILE, FRAMES, OFFICE
from draftkit.messages import _, language

if TYPE_CHECKING:
    from draftkit.answer import Misfit
    from draftkit.asking import Session
    from draftkit.store.question import Question

LONGEST_MODEL = 60
"""Characters of the words around an answer that are shown with the question; longer ones are for ? (ours)."""
BACK = ("<", "＜", "《", "-", "－")
MORE = ("?", "？")
"""What goes back, and what shows more: in both widths, and what a Chinese keyboard makes of it."""


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Ask for what a speech still lacks, one question at a time, and write the draft. Every answer is in the"
        " facts file at once: stop whenever you like, and call it again to go on.\n\n\b\nExamples:\n"
        "  draftkit ask 短发言-一是二是三是 -o facts.yaml\n"
        "  draftkit ask facts.yaml"
    ),
)
@click.argument("start", metavar=_("SKELETON|FACTS"))
@click.option("-o", "--output", type=FILE, help=_("The facts file (.yaml) that takes the answers."))
@FRAMES
@OFFICE
@click.pass_context
def ask(ctx: click.Context, start: str, output: Path | None, frames: Path | None, office: Path | None) -> None:
    from draftkit import asking, pipeline
    from draftkit.cli.screen import as_word
    from draftkit.library import Library

    library = Library(pipeline.frame_folders(frames), trusted=pipeline.shipped_frames())
    session = asking.begin(start, output, library, language() == "zh_CN")
    try:
        _converse(session)
        ctx.invoke(compose, facts=session.path, frames=frames, office=office)
    except (click.Abort, KeyboardInterrupt) as error:
        click.echo(err=True)
        message = _("The answers are in {path}. To go on: draftkit ask {path}")
        click.echo(message.format(path=as_word(str(session.path))), err=True)
        raise click.exceptions.Exit(status_of(error) or 1) from None
    if session.lacking:
        click.echo(
            _("To answer what is missing: draftkit ask {path}").format(path=as_word(str(session.path))),
            err=True,
        )
        raise click.exceptions.Exit(1)


def _converse(session: "Session") -> None:
    """Ask until nothing is left to be asked; what is left open is not asked twice."""
    if session.pending():
        click.echo(_keys(), err=True)
    passed: list[tuple[str | int, ...]] = []
    again: Question | None = None
    while question := again or next(iter(session.pending(passed)), None):
        again = None
        if _ask(session, question, len(session.pending(passed))):
            passed.append(question.path)
        elif passed:
            again = session.question(passed.pop())
        else:
            click.echo(_("This is the first question."), err=True)


def _ask(session: "Session", question: "Question", left: int) -> bool:
    """Ask one question until it is answered or left open; False to go back to the one before."""
    _show(question, left, session.given(question.path))
    lines: list[str] = []
    while line := _typed():
        if line in BACK:
            return False
        if line in MORE:
            _explain(question)
            continue
        told = session.answer(question.path, [*lines, line])
        _tell(told)
        if any(misfit.refused for misfit in told):
            continue
        lines.append(line)
        if question.kind != "lines":
            return True
    if not lines and question.spec.required and not session.given(question.path):
        click.echo("  " + _("Left open; the next call asks again."), err=True)
    return True


def _typed() -> str:
    """Return a line that was typed; click raises Abort where there is none any more."""
    line: str = click.prompt("", default="", show_default=False, prompt_suffix="> ", err=True)
    return line.strip()


def _show(question: "Question", left: int, given: Iterable[str]) -> None:
    """Show a question: the part of the speech, what is asked, how long, for example what, and the choices."""
    from draftkit.store.question import examples, hints

    spec = question.spec
    wants = list(hints(spec))
    if question.kind == "count":
        wants.append("{}—{}个".format(*question.series.room))
    if question.kind == "lines":
        wants.append(_("an empty line ends it"))
    where = click.style(f"[{question.where}] ", fg="cyan") if question.where else ""
    ask = click.style(spec.ask or spec.name, bold=True)
    rest = click.style(_("{n} left").format(n=left), dim=True)
    wanted = f"（{'；'.join(wants)}）" if wants else ""
    click.echo(f"\n{where}{ask}{wanted}  {rest}", err=True)
    for number, choice in enumerate(spec.choices, 1):
        click.echo(f"  {number} {choice}", err=True)
    if any(examples(spec)):
        click.echo("  例：" + "、".join(examples(spec)), err=True)
    if question.model and len(question.model) <= LONGEST_MODEL:
        click.echo(f"  {_stands(question)}", err=True)
    if said := "；".join(given):
        click.echo("  " + _("now: {words}").format(words=said), err=True)


def _explain(question: "Question") -> None:
    """Show what helps to answer: where the words will stand, how figures are quoted, how to get on."""
    rows = [_("key in the facts file: {key}").format(key=".".join(map(str, question.path)))]
    if question.model:
        rows.append(_stands(question))
    rows.append(_("A figure is quoted by its name, {{ name }}, and is asked for at once."))
    click.echo("".join(f"  {row}\n" for row in (*rows, _keys())), err=True, nl=False)


def _stands(question: "Question") -> str:
    return _("it stands in: {words}").format(words=question.model)


def _keys() -> str:
    return _("Enter leaves a question open, < goes back, ? shows more, Ctrl-C stops; nothing is lost.")


def _tell(misfits: "Iterable[Misfit]") -> None:
    for misfit in misfits:
        advice = f"  {misfit.advice}" if misfit.advice else ""
        click.secho(f"  {misfit.message}{advice}", err=True, fg="red" if misfit.refused else "yellow")

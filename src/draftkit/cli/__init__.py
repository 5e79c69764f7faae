"""The command line: the only place that prints or exits. Commands are imported when they are called for."""

import atexit
import gc
import sys
from contextlib import suppress
from importlib import import_module
from io import StringIO, TextIOWrapper
from typing import TYPE_CHECKING

import click

from draftkit.cli.ending import heeded, status_of, unread
from draftkit.cli.guard import entire, guarded
from draftkit.messages import _, choose_language

if TYPE_CHECKING:
    from draftkit.errors import DraftkitError

COMMANDS = (
    "compose",
    "batch",
    "form",
    "ask",
    "place",
    "suggest",
    "bind",
    "review",
    "explain",
    "frames",
    "outline",
    "mine",
    "extract",
    "office",
)  # fmt: skip
"""Each command, which is also its module here and its name in it, in the order of --help."""


def summary(command: str) -> str:
    """Return the line that --help shows for a command, so that showing it imports nothing."""
    match command:
        case "ask":
            return _("Ask for the facts of a speech, one question at a time, and write it.")
        case "batch":
            return _("Write the speeches of all streets of a table.")
        case "bind":
            return _("Bind drafts into one 汇编: cover, 目录 with page numbers, one review over the whole.")
        case "compose":
            return _("Write a speech from a facts file.")
        case "review":
            return _("Review drafts: punctuation, numbers, content, rhetoric.")
        case "explain":
            return _("Explain a rule of review.")
        case "extract":
            return _("Turn a past speech into a facts file, from which compose prints it again.")
        case "form":
            return _("Write the form of a skeleton: what to fill in, with hints.")
        case "mine":
            return _("Turn past speeches into frames.")
        case "office":
            return _("Write the office's file: names, words, roster and layout that hold for every draft.")
        case "frames":
            return _("List, show, preview, fork, compare and check frames.")
        case "place":
            return _("Lay a heap of notes into the sections of a speech.")
        case "suggest":
            return _("Suggest parallel headings, or a title, for topics.")
        case _:
            return _("Show how past speeches are built.")


class Commands(click.Group):
    """A group whose commands stand in COMMANDS; errors meant for the user are shown without a traceback."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = getattr(import_module(f"draftkit.cli.{cmd_name}"), cmd_name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section(_("Commands")):
            formatter.write_dl([(command, summary(command)) for command in COMMANDS])

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            with suppress(OSError):
                message = _("broken off; what is written is whole, and the same call again does the rest")
                click.echo(message, err=True)
            ctx.exit(status_of(error) or 130)
        except BrokenPipeError:
            unread()
            ctx.exit(128 + 13)  # as any program that is no longer read
        except Exception as error:
            from draftkit.errors import DraftkitError

            if isinstance(error, OSError):
                error = _refused(error)
            if not isinstance(error, DraftkitError):
                raise
            _show(error)
            ctx.exit(error.exit_code)


def _refused(error: OSError) -> "DraftkitError":
    """Return the error for what the system refuses: with a path, or what is printed."""
    from draftkit.errors import DraftkitError, Place, Problem
    from draftkit.opening import said

    message = _("the system refuses this: {error}").format(error=said(error))
    if error.filename is None:
        return DraftkitError([Problem(None, message, _("Mend it, and call again"))])
    return DraftkitError([Problem(Place(str(error.filename)), message, _("Check the path"))])


def _show(error: "DraftkitError") -> None:
    from draftkit.cli.screen import show_error

    unread()
    with suppress(OSError):
        show_error(error)
    unread()


def main() -> None:
    """Run draftkit. Exit status: 0 fine, 1 findings or missing facts, 2 a wrong call or unreadable input."""
    gc.disable()  # a command is short: what collecting would free, the end of the process frees
    atexit.register(gc.freeze)  # … without looking through it all once more
    choose_language()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.stdout, sys.stderr = entire(sys.stdout), guarded(sys.stderr)
    if sys.stdin is None:  # closed by whoever called; there is nothing to be read then
        sys.stdin = StringIO()
    with heeded():
        try:
            group()(prog_name="draftkit")
        except OSError as error:  # by click's own printing
            _show(_refused(error))
            sys.exit(2)


def group() -> Commands:
    """Return the command `draftkit`, its help in the language chosen."""
    help_text = _(
        "Speeches from frames and facts.\n\nWrites a street's or town's speech from a facts file, as the office"
        " hands it in.\n\n\b\nExample:\n  draftkit compose examples/facts.yaml -o outputs/"
    )
    command = Commands(
        name="draftkit",
        help=help_text,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
    )
    return click.version_option(package_name="draftkit", prog_name="draftkit")(command)

"""Runs commands in children of one warmed process, hundreds a minute. For programs, not for pytest itself: a
process that is forked must have one thread."""

import os
import shutil
import sys
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner
from commands import COMMANDS, SOFFICE, Command, put_inputs

from draftkit.cli import group, main

Files = Mapping[str, bytes]


class Answer(NamedTuple):
    """What came of a run: its exit status, below 0 the signal that killed it, and what it printed."""

    status: int
    out: str
    err: str


class Yard:
    """A folder in which places for runs are made, each with the inputs of all commands."""

    def __init__(self, folder: Path) -> None:
        self.folder, self._count = folder, 0
        self.inputs, self._others = folder / "inputs", folder / "others"
        for name in ("inputs", "others", "home", "temp", "bin"):
            (folder / name).mkdir()
        (folder / "bin/soffice").write_text(SOFFICE, "utf-8")
        (folder / "bin/soffice").chmod(0o755)
        book = str(self.inputs / "book.docx")
        own = {"HOME": folder / "home", "TMPDIR": folder / "temp", "XDG_CONFIG_HOME": folder / "home"}
        os.environ |= {name: str(path) for name, path in own.items()} | {"LANGUAGE": "en", "BOOK": book}
        os.environ["PATH"] = f"{folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
        put_inputs(self.inputs)
        _make_others(self.inputs, self._others)
        os.chdir(self.place())
        for command in COMMANDS:  # all that is imported is imported here
            CliRunner().invoke(group(), command.words, input=command.typed)

    def place(self, start: Path | None = None) -> Path:
        """Return a new folder with what is in another one, as usual the inputs of all commands."""
        self._count += 1
        place = self.folder / f"{self._count}"
        shutil.copytree(start or self.inputs, place)
        return place

    def older(self, command: Command) -> Path:
        """Return a place where a command has been, with other inputs; its files are not what they will be."""
        old, new = self.place(self._others), self.place()
        for place in (old, new):
            self.run(command.words, place, command.typed)
        for name in command.writes:
            if (old / name).is_file() and (old / name).read_bytes() == (new / name).read_bytes():
                (old / name).write_bytes(b"old\n")
        shutil.copytree(self.inputs, old, dirs_exist_ok=True)
        return old

    def begin(
        self, words: list[str], place: Path, typed: str = "", before: Callable[[], object] = lambda: None
    ) -> int:
        """Begin a run and return its process; `before` is called in it first."""
        sys.stdout.flush()
        child = os.fork()
        if child:
            return child
        status = 70
        try:
            status = self._in_child(words, place, typed, before)
        except BaseException:
            traceback.print_exc()
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)

    def _in_child(self, words: list[str], place: Path, typed: str, before: Callable[[], object]) -> int:
        told = self.folder / "told"
        (told.with_suffix(".in")).write_text(typed, "utf-8")
        for number, (suffix, flags) in enumerate(
            ((".in", os.O_RDONLY), (".out", os.O_CREAT | os.O_WRONLY), (".err", os.O_CREAT | os.O_WRONLY))
        ):
            path = told.with_suffix(suffix)
            handle = os.open(path, flags | (os.O_TRUNC if number else 0), 0o600)
            os.dup2(handle, number)
            os.close(handle)
        os.chdir(place)
        sys.argv = ["draftkit", *words]
        before()
        try:
            main()
        except SystemExit as end:
            return end.code if isinstance(end.code, int) else 1 if end.code else 0
        return 0

    def ended(self, child: int) -> Answer:
        """Wait until a run has ended, and return what came of it."""
        _child, status = os.waitpid(child, 0)
        out, err = (
            (self.folder / f"told{suffix}").read_text("utf-8", errors="replace") for suffix in (".out", ".err")
        )
        return Answer(os.waitstatus_to_exitcode(status), out, err)

    def run(
        self, words: list[str], place: Path, typed: str = "", before: Callable[[], object] = lambda: None
    ) -> Answer:
        """Run a command to its end."""
        return self.ended(self.begin(words, place, typed, before))


def _make_others(inputs: Path, others: Path) -> None:
    """Copy inputs with another word for one that all of them have."""
    shutil.copytree(inputs, others, dirs_exist_ok=True)
    for path in others.rglob("*"):
        if path.suffix in (".txt", ".yaml", ".csv"):
            text = path.read_text("utf-8")
            for word, other in (("社区", "村组"), ("群众", "居民"), ("灯会", "庙会")):
                text = text.replace(word, other)
            path.write_text(text, "utf-8")


def files_in(place: Path) -> dict[str, bytes]:
    """Return each file of a folder and what is in it."""
    return {
        path.relative_to(place).as_posix(): path.read_bytes() for path in place.rglob("*") if path.is_file()
    }

"""Every command of draftkit with something real to do, for the tests that hold all of them to one promise."""

import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
from click.testing import CliRunner

from draftkit.cli import group

REPOSITORY = Path(__file__).parents[2]
SKELETON = "短发言-一是二是三是"
STREETS = """\
单位,发言人,契机,满意率·由（%）,满意率·到（%）
白石街道党工委,王安,以社区换届为契机,81.2,93.5
青河街道党工委,李平,以社区换届为契机,79.5,90.1
东岭街道党工委,赵宁,以社区换届为契机,,
"""
DRAFT = "关于灯会筹备的发言\n\n同志们：\n灯会定在正月十五,各组要早作准备。\n一是抓安全。每个路口有人。\n"
RTF = rb"{\rtf1\ansi \u21516?\u24535?\u20204?\u65306?\par \u28783?\u20250?\u12290?\par}"
TYPED = "灯会办\n" + "\n" * 50
SOFFICE = """\
#!/bin/sh
for last; do :; done
mkdir -p out
cp "$BOOK" out/source.docx
"""
COPIED = ("examples/facts.yaml", "examples/notes/straw.yaml", "examples/notes/straw.txt")
SPEECHES = ("seeds/03-jingyan-yanglao.txt", "seeds/12-suoyu-zhengwu.txt")


class Command(NamedTuple):
    """A command line, run in a folder that has what `put_inputs` puts there: what it writes (a folder with all
    that is in it), the exit status that it usually has, what is typed meanwhile; with what else it is called
    over older files, and with what after it was broken off."""

    line: str
    writes: tuple[str, ...] = ()
    exit: int = 0
    typed: str = ""
    over: str = ""
    resumed: str = ""

    @property
    def words(self) -> list[str]:
        return shlex.split(self.line)


OVER = "--overwrite"

COMMANDS = (
    Command("--help"),
    Command("--version"),
    Command("compose facts.yaml -o out.docx", ("out.docx",), over=OVER),
    Command("compose facts.yaml -o out.txt --trace out.json", ("out.txt", "out.json"), over=OVER),
    Command("compose facts.yaml -o set.docx --template book.docx", ("set.docx",), over=OVER),
    Command("compose facts.yaml -o out.docx --reading-copy", ("out.docx", "out（朗读稿）.docx"), over=OVER),
    Command(
        f"batch streets.csv -f {SKELETON} -o drafts --write-map map.yaml --compilation all.docx --vary",
        ("drafts", "map.yaml", "all.docx"),
        over=OVER,
        resumed="--resume",
    ),
    Command(f"form {SKELETON}"),
    Command(f"form {SKELETON} -o form.yaml", ("form.yaml",), over=OVER),
    Command(f"form {SKELETON} -o form.xlsx", ("form.xlsx",), over=OVER),
    Command(f"ask {SKELETON} -o asked.yaml", ("asked.yaml", "灯会办交流发言.docx"), exit=1, typed=TYPED),
    Command("place straw.txt -f straw.yaml -o placed.yaml", ("placed.yaml",), over=OVER),
    Command("suggest headings 宣传 选人 监督 --theme 换届"),
    Command("suggest title 引才 育才 --theme 人才 --format json"),
    Command("bind draft.txt book.docx -o bound.docx", ("bound.docx",), over=OVER),
    Command("review draft.txt", exit=1),
    Command("review draft.txt --fix", ("draft (mended).txt",)),
    Command("review draft.txt --annotate noted.docx", ("noted.docx",), exit=1, over=OVER),
    Command("explain"),
    Command("explain P07"),
    Command("frames list"),
    Command("frames check"),
    Command("frames diff parallel/在…上下功夫 parallel/在…上做文章"),
    Command("frames show parallel/在…上下功夫 --tree"),
    Command("frames preview skeleton/短发言-一是二是三是"),
    Command(f"frames preview skeleton/{SKELETON} -o preview.docx", ("preview.docx",), over=OVER),
    Command("frames schema facts"),
    Command("frames schema -o schema.json", ("schema.json",), over=OVER),
    Command("frames fork parallel/在…上下功夫 灯会 -o own", ("own",)),
    Command("outline speeches old.rtf"),
    Command("outline speeches old.rtf --format json -o outlines", ("outlines",), over=OVER),
    Command("mine speeches -o mined --report mined.html", ("mined", "mined.html"), over=OVER),
    Command("extract speeches/1.txt -o last.yaml --frames-out own", ("last.yaml", "own"), over=OVER),
    Command("office"),
    Command("office -o draftkit.toml", ("draftkit.toml",), over=OVER),
)
WRITING = tuple(command for command in COMMANDS if command.writes)


def put_inputs(folder: Path) -> None:
    """Put into a folder what the commands work on."""
    for name in COPIED:
        shutil.copy(REPOSITORY / name, folder)
    (folder / "speeches").mkdir()
    for number, name in enumerate(SPEECHES, 1):
        shutil.copy(REPOSITORY / name, folder / f"speeches/{number}.txt")
    (folder / "streets.csv").write_text(STREETS, "utf-8")
    (folder / "draft.txt").write_text(DRAFT, "utf-8")
    (folder / "old.rtf").write_bytes(RTF)
    composed = CliRunner().invoke(group(), ["compose", f"{folder}/facts.yaml", "-o", f"{folder}/book.docx"])
    assert composed.exit_code == 0, composed.output


def names() -> Iterator[str]:
    """Yield the name of every command there is, those of groups with the group's before them."""
    yield from _names(group(), ())


def _names(command: click.Command, path: tuple[str, ...]) -> Iterator[str]:
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner
            yield from _names(inner, (*path, name))
    else:
        yield " ".join(path)

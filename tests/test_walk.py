"""The walk at the top of docs/frames.md, step by step: every command is run, every answer is compared.

A fence ```diff FILE is an edit: each line behind - stands once in the file and goes, those behind + come in its
place. A fence without a word holds commands, ```text what they print on stdout.
"""

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner
from docx import Document as open_docx

from draftkit.cli import group

DOC = Path(__file__).parents[1] / "docs/frames.md"
FENCE = re.compile(r"^```(?P<kind>\w*) ?(?P<file>[^\n]*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


class Step(NamedTuple):
    kind: str
    file: str
    text: str


def steps() -> Iterator[Step]:
    """Yield the fences of the walk in order."""
    walk = DOC.read_text("utf-8").partition("\n# Reference\n")[0]
    yield from (Step(fence["kind"], fence["file"], fence["text"]) for fence in FENCE.finditer(walk))


def edit(step: Step) -> None:
    """Change a file as a diff says."""
    path = Path(step.file)
    text = path.read_text("utf-8")
    for change in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)*)", step.text, re.MULTILINE):
        gone, come = ("".join(line[1:] + "\n" for line in lines.splitlines()) for lines in change)
        assert f"\n{text}".count(f"\n{gone}") == 1, gone
        text = f"\n{text}".replace(f"\n{gone}", f"\n{come}")[1:]
    path.write_text(text, "utf-8")


def test_the_walk_works_word_by_word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setattr("draftkit.pipeline.user_folder", lambda: tmp_path / "none")
    walk = list(steps())
    for step, following in zip(walk, [*walk[1:], Step("", "", "")], strict=True):
        if step.kind == "diff":
            edit(step)
        elif not step.kind:
            commands = [shlex.split(line) for line in step.text.splitlines()]
            assert {words[0] for words in commands} == {"draftkit"}
            results = [CliRunner().invoke(group(), words[1:]) for words in commands]
            answer = following.text if following.kind == "text" else None
            told = answer is not None and re.search(r"\.yaml:\d", answer) is not None
            assert {result.exit_code for result in results} == {int(told)}, results[-1].output
            if answer is not None or "check" in step.text:
                assert "".join(result.stdout for result in results) == (answer or "")
    assert "真正把居民的事议在前头" in "".join(one.text for one in open_docx("speech.docx").paragraphs)
    assert "# 在哪件事上下功夫" in Path("facts.yaml").read_text("utf-8")


def test_the_walk_shows_three_breaks_and_each_is_mended() -> None:
    told = [step.text for step in steps() if step.kind == "text" and ".yaml:" in step.text]
    assert len(told) == 3
    checks = [step.text for step in steps() if "draftkit frames check" in step.text]
    assert len(checks) == 4

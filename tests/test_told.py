"""What the reading of a file set aside is told by each command that goes on with the rest."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import group
from word_files import package, para, run, table

WORDS = ("在全区养老工作推进会上的发言", "同志们：", "去年我们建成食堂12家，老人走几步就能吃上热饭。")
TABLED = package(
    "".join(para(run(words)) for words in WORDS) + table((para(run("白石街道")), para(run("食堂7家"))))
)


def told(line: str, folder: Path) -> Result:
    (folder / "稿.docx").write_bytes(TABLED)
    words = [str(folder / word[1:]) if word.startswith("@") else word for word in line.split()]
    return CliRunner(env={"LANGUAGE": "en"}).invoke(group(), words)


@pytest.mark.parametrize(
    "line",
    [
        "outline @稿.docx",
        "review @稿.docx",
        "review @稿.docx --fix",
        "review @稿.docx --format json",
        "extract @稿.docx -o @facts.yaml",
        "bind @稿.docx -o @bound.docx",
        "mine @稿.docx -o @mined",
    ],
)
def test_a_table_is_told(line: str, tmp_path: Path) -> None:
    result = told(line, tmp_path)
    assert result.exit_code in (0, 1), result.stderr
    assert f"{tmp_path / '稿.docx'}: 1 tables were set aside" in result.stderr


def test_what_does_not_come_into_the_facts_is_told(tmp_path: Path) -> None:
    result = told("extract @稿.docx -o @facts.yaml", tmp_path)
    assert f"{tmp_path / '稿.docx'}: not in the facts: 2 lines (table): 白石街道" in result.stderr

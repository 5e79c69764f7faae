"""Last year's speech becomes this year's: extracted facts print it again, and follow when they change."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from unicodedata import normalize

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import group
from draftkit.lines import lines_of
from draftkit.pipeline import read_speech
from draftkit.tree import Speech

TOP = Path(__file__).parents[1]
OWN = sorted((TOP / "seeds").glob("*.txt"))
SHARED = sorted((TOP.parent / "shared/seeds").glob("*.txt"))
NAMED = 0.95
"""The share of a document's digits that stand in its figures at least."""

Run = Callable[..., Result]


def run(*words: object) -> Result:
    """Run draftkit, which must have nothing to complain of."""
    result = CliRunner().invoke(group(), [str(word) for word in words])
    assert result.exit_code == 0, result.output
    return result


def speeches(path: Path) -> Iterator[tuple[int, Speech]]:
    """Yield the speeches of a file with their numbers."""
    yield from enumerate(read_speech(path).document.speeches, 1)


def letters(text: str) -> str:
    """Return a text without white space, signs of both widths as one."""
    return re.sub(r"\s", "", normalize("NFKC", text))


def check_rebuilt(path: Path, tmp_path: Path) -> None:
    """Extract and compose every speech of a file, and compare each to the letter; count digits and figures."""
    digits = outside = 0
    for number, speech in speeches(path):
        facts, frames, draft = (tmp_path / f"{number}{end}" for end in (".yaml", "", ".txt"))
        run("extract", path, "--speech", number, "-o", facts, "--frames-out", frames)
        run("compose", facts, "--frames", frames, "-o", draft)
        printed = "".join(line.text for line in lines_of(speech))
        assert letters(draft.read_text("utf-8")) == letters(printed)
        text = facts.read_text("utf-8")
        digits += len(re.findall(r"\d", printed))
        outside += len(re.findall(r"\d", re.sub(r"^figures:\n(?:  .*\n)*", "", text, flags=re.MULTILINE)))
    assert outside <= (1 - NAMED) * digits


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_a_seed_is_rebuilt_to_the_letter(path: Path, tmp_path: Path) -> None:
    check_rebuilt(path, tmp_path)


@pytest.mark.skipif(not SHARED, reason="the shared documents are not here")
@pytest.mark.parametrize("path", SHARED, ids=lambda path: path.stem[:3])
def test_a_real_document_is_rebuilt_to_the_letter(path: Path, tmp_path: Path) -> None:
    check_rebuilt(path, tmp_path)


SPEECH = """{title}

青石镇党委

各位领导，同志们：

下面，我就抓班子、办实事汇报两点做法。换届以来，全镇村支书平均年龄由54岁下降到38岁，降了一大截；村级集体收入由每村6.5万元增长到{income}万元，增长{more}万元。

一、建强队伍

全镇选派46名第一书记，按照清退一批、回引一批、培养一批、储备一批“四个一批”的思路选人。46名第一书记全部驻村。村支书平均年龄38岁，干劲正足。

二、办好实事

“四个一批”见了效，办成实事120件，群众满意率达到96.3%。

下一步，我们将把这项工作抓到底。
"""


@pytest.fixture
def facts(tmp_path: Path) -> Path:
    """The extracted facts of SPEECH."""
    text = SPEECH.format(title="用好“四个一批” 建强头雁队伍", income="21", more="14.5")
    (tmp_path / "去年.txt").write_text(text, "utf-8")
    run("extract", tmp_path / "去年.txt", "-o", tmp_path / "facts.yaml")
    return tmp_path / "facts.yaml"


def draft_of(facts: Path, *changes: tuple[str, str]) -> str:
    """Return the draft of facts in which words were changed, each once and only there."""
    text = facts.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, (old, text)
        text = text.replace(old, new)
    facts.write_text(text, "utf-8")
    out = facts.with_name("今年.txt")
    run("compose", facts, "--frames", facts.with_name("facts-frames"), "-o", out, "--overwrite")
    return out.read_text("utf-8")


def test_a_change_that_turns_round_turns_its_word_round(facts: Path) -> None:
    draft = draft_of(facts, ("from: '54'\n    to: '38'", "from: '38'\n    to: '41'"))
    assert "村支书平均年龄由38岁上升到41岁" in draft
    assert "村支书平均年龄41岁，干劲正足" in draft


def test_a_difference_follows_its_change(facts: Path) -> None:
    draft = draft_of(facts, ("to: 21万", "to: 5.5万"))
    assert "由每村6.5万元减少到5.5万元，减少1万元" in draft or "由每村6.5万元下降到5.5万元，下降1万元" in draft


def test_a_member_more_counts_in_every_place(facts: Path) -> None:
    draft = draft_of(facts, ("      - 储备一批\n", "      - 储备一批\n      - 提拔一批\n"))
    assert draft.startswith("用好“五个一批” 建强头雁队伍")
    assert "清退一批、回引一批、培养一批、储备一批、提拔一批“五个一批”的思路" in draft
    assert "四个一批" not in draft and draft.count("五个一批") == 3


def test_a_section_more_is_announced(facts: Path) -> None:
    draft = draft_of(facts, ("closing:\n", "  - 小标题: 管好账目\n    body: [笔笔公开。]\nclosing:\n"))
    assert "汇报三点做法" in draft and "三、管好账目" in draft


def test_a_figure_that_stands_twice_is_changed_once(facts: Path) -> None:
    draft = draft_of(facts, ("value: '46'", "value: '52'"))
    assert "选派52名第一书记" in draft and "52名第一书记全部驻村" in draft


def test_the_facts_are_not_written_over(facts: Path) -> None:
    result = CliRunner().invoke(group(), ["extract", str(facts.with_name("去年.txt")), "-o", str(facts)])
    assert result.exit_code == 0, "the same facts count as written"
    facts.write_text("skeleton: 别的\n", "utf-8")
    result = CliRunner().invoke(group(), ["extract", str(facts.with_name("去年.txt")), "-o", str(facts)])
    assert result.exit_code == 2 and "--overwrite" in result.stderr
    assert facts.read_text("utf-8") == "skeleton: 别的\n"


def test_a_character_that_no_facts_file_can_hold_is_shown(tmp_path: Path) -> None:
    speech = tmp_path / "稿.txt"
    speech.write_text("同志们：\n今天开会\x7f。", "utf-8")
    words = ["extract", str(speech), "-o", str(tmp_path / "f.yaml")]
    result = CliRunner(env={"LANGUAGE": "en"}).invoke(group(), words)
    assert result.exit_code == 2
    assert f"{speech}:2:5: character U+007F" in result.output


def test_one_of_several_speeches_must_be_chosen(tmp_path: Path) -> None:
    result = CliRunner().invoke(group(), ["extract", str(OWN[0]), "-o", str(tmp_path / "f.yaml")])
    assert result.exit_code == 2 and "--speech" in result.stderr
    assert list(tmp_path.iterdir()) == []

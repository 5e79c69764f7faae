"""draftkit suggest: what it prints, what it refuses, whose words go first, what stays blank; and its page."""

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from click.testing import CliRunner, Result

from draftkit.cli import group
from draftkit.lexicon import PAIRS, SHAPES, Lexicon, Topic
from draftkit.library import lexicon_of
from draftkit.pattern import Pattern
from draftkit.rhetoric.balance import Balance

TOP = Path(__file__).parents[1]
PAGE = (TOP / "docs/suggest.md").read_text("utf-8")
OWN = """巡河:
  主谓: [巡河到边]
  成效: [守住碧水]
清淤:
  主谓: [清淤到底]
  成效: [畅通水脉]
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run draftkit suggest in an empty folder, in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return lambda *words: CliRunner().invoke(group(), ["suggest", *words])


def put(folder: Path, name: str, text: str) -> None:
    path = folder / f"{name}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def put_parallel(folder: Path, name: str, slots: str, pattern: str) -> None:
    text = f"name: {name}\nkind: parallel\nslots: {slots}\npattern: '{pattern}'\n"
    put(folder, f"parallel/{name}", text)


def only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of frames that is all there is."""
    monkeypatch.setattr("draftkit.pipeline.shipped_frames", lambda: tmp_path / "none")
    monkeypatch.setattr("draftkit.pipeline.user_folder", lambda: tmp_path / "none")
    return tmp_path / "own"


def test_sets_are_printed_with_their_frame_and_the_parts_of_their_score(run: Run) -> None:
    result = run("headings", "宣传", "选人", "监督", "--theme", "换届", "-n", "2")
    assert result.exit_code == 0 and result.stderr == ""
    first, second = result.stdout.strip().split("\n\n")
    assert first.startswith("1. ") and second.startswith("2. ") and first.count("\n") == 3
    assert re.search(r"^   parallel/\S+  \d\.\d\d  length 1\.00, commas 1\.00, ", first, re.MULTILINE)


def test_json_has_what_the_text_has(run: Run) -> None:
    words = ("headings", "宣传、选人，监督", "--theme", "换届", "-n", "3")
    text, whole = run(*words).stdout, json.loads(run(*words, "--format", "json").stdout)
    assert whole["topics"] == ["宣传", "选人", "监督"] and whole["theme"] == "换届"
    for one in whole["suggestions"]:
        assert "\n   ".join(one["texts"]) in text and one["frame"] in text
        assert list(one["parts"]) == [*Balance._fields, "words"] and one["blanks"] == 0


def test_a_title_is_one_line_of_two_halves(run: Run) -> None:
    (line, told, *_rest) = run("title", "引才", "育才", "--theme", "人才", "-n", "1").stdout.splitlines()
    assert re.fullmatch(r"1\. \S+ \S+", line) and "couplet/" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["headings", "宣传"], "1 topics are too few"),
        (["headings", "宣传", "宣传"], "“宣传” stands twice"),
        (["headings", "宣传", "又长又绕口的一个题目"], "“又长又绕口的一个题目” is no topic"),
        (["headings", "宣传", "选人", "--theme", "换届（试点）"], "“换届（试点）” is no topic"),
        (["title", "宣传"], "1 topics are too few"),
        (["headings", "宣传", "选人", "-n", "0"], "-n"),
        (["headings", "宣传", "选人", "--frames", "nowhere"], "there is no such folder"),
    ],
)
def test_a_wrong_call_is_told(run: Run, words: list[str], told: str) -> None:
    result = run(*words)
    assert result.exit_code == 2 and told in result.stderr and result.stdout == ""


def test_all_problems_are_told_at_once(run: Run) -> None:
    result = run("headings", "宣传", "宣传", "（）")
    assert "“宣传” stands twice" in result.stderr and "“（）” is no topic" in result.stderr


def test_a_wrong_lexicon_is_told_with_its_place(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "own", "lexicon", "巡河:\n  主语: [巡河到边]\n")
    result = run("headings", "巡河", "清淤", "--frames", "own")
    assert result.exit_code == 2 and "own/lexicon.yaml:2:3: unknown key “主语”" in result.stderr


def test_the_words_of_an_earlier_folder_go_first(run: Run, tmp_path: Path) -> None:
    put(tmp_path / "own", "lexicon", OWN)
    mine = run("headings", "巡河", "清淤", "--frames", "own", "-n", "20").stdout
    assert "巡河到边，" in mine and "守住碧水" in mine
    assert "巡河到边" not in run("headings", "巡河", "清淤", "-n", "20").stdout


def test_what_has_no_words_stays_blank_and_comes_last(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = only(tmp_path, monkeypatch)
    put(folder, "lexicon", OWN)
    put_parallel(folder, "坚", "{怎样: 怎样}", "坚持{{ 怎样 }}，不松劲")
    put_parallel(folder, "破", "{事项: 哪项, 难处: 何种难处}", "抓{{ 事项 }}，破{{ 难处 }}之困")
    result = run("headings", "巡河", "清淤", "--frames", "own")
    first, second = result.stdout.strip().split("\n\n")
    assert "坚持巡河到边，不松劲\n   坚持清淤到底，不松劲" in first
    assert "抓巡河，破【何种难处】之困\n   抓清淤，破【何种难处】之困" in second


def test_where_no_frame_fits_nothing_is_made_up(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_parallel(only(tmp_path, monkeypatch), "破", "{难: 何难}", "破{{ 难 }}之困")
    result = run("headings", "巡河", "清淤", "--frames", "own")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "no frame fits these topics\n")


def test_a_topic_is_found_by_its_names_and_by_its_end() -> None:
    river = Topic("巡河", {"名": (Pattern.parse("河道巡护"),)})
    lexicon = Lexicon([river, Topic("排查"), Topic("隐患排查"), Topic("通用")])
    found = [lexicon.find(word) for word in ("巡河", "河道巡护", "火灾隐患排查", "排查整治", "清淤")]
    assert [topic and topic.name for topic in found] == ["巡河", "巡河", "隐患排查", "排查", None]
    assert len(lexicon.topics) == 3, "the general words are no topic"


def test_topics_of_one_name_are_joined() -> None:
    first = Topic("巡河", {"有": (Pattern.parse("专人"),)}, {"压实责任": 3})
    second = Topic("巡河", {"有": (Pattern.parse("台账"), Pattern.parse("专人"))}, {"压实责任": 1})
    (topic,) = Lexicon([first, second]).topics
    assert [str(word) for word in topic.words["有"]] == ["专人", "台账"] and topic.pairs == {"压实责任": 3}


def test_the_page_says_what_there_is() -> None:
    assert all(f"`{word}`" in PAGE for word in (*SHAPES, PAIRS, *Balance._fields, "words"))


def test_the_page_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(TOP / "seeds", tmp_path / "seeds")
    monkeypatch.chdir(tmp_path)
    (words,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    put(tmp_path / "my-frames", "lexicon", words)
    commands = re.findall(r"^draftkit (.*)$", PAGE, re.MULTILINE)
    assert len(commands) >= 6
    for command in commands:
        result = CliRunner().invoke(group(), shlex.split(command))
        assert result.exit_code == 0, (command, result.output)
    assert lexicon_of([tmp_path / "mine"]).topics


def test_many_topics_are_answered_or_refused_in_time(run: Run) -> None:
    """A search over all combinations of twelve would take hours."""
    topics = ["宣传", "选人", "监督", "动员", "排查", "值守", "培训", "考核", "督查", "问责", "总结", "整改"]
    began = process_time()
    result = run("headings", *topics, "-n", "1")
    assert process_time() - began < 60
    assert result.exit_code in (0, 1) and (result.exit_code or result.stdout.count("\n") >= len(topics))

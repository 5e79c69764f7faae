"""draftkit ask: a scripted session, one that is broken off at every question, wrong answers, odd files."""

import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from draftkit.asking import Session, begin
from draftkit.cli import group
from draftkit.compose import Composed
from draftkit.errors import DraftkitError
from draftkit.library import Library
from draftkit.lines import lines_of, spoken_text
from draftkit.pipeline import draft, load_facts, shipped_frames
from draftkit.store.fill import Path as Key
from draftkit.store.question import Question, examples

LIBRARY = Library((shipped_frames(),), trusted=shipped_frames())
SKELETONS = LIBRARY.names("skeleton")
EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*.yaml"))
SHORT, LONG = "短发言-一是二是三是", "对偶标题-三四部分-段首句"
WRITTEN = """\
# 手写的事实文件，格式是自己的
主题: "防汛"   # 名词
骨架: 短发言-一是二是三是
标题: 守住每一处险段
契机: "抓住汛前整治的机会"
单位:   # 还没想好写哪一级

部分:
- {领域: 巡查, 用力: 用心, 正文: "查了{{ 险段 }}，{{ 到位率 }}。"}
- 领域: 物资
  # 第二条

  用力: 用劲
  正文: |
    镇里备足了沙袋。

    发电机也试过一遍。

# 数字都核对过
数据: {险段: {单位: 处, 来源: 水利站}}
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run draftkit in an empty folder, with the shipped frames, messages in English."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "none"))
    return lambda words, typed="": CliRunner().invoke(group(), shlex.split(words), input=typed)


def typed_for(question: Question) -> list[str]:
    """Return the lines that answer a question with its own example; [] where it has none."""
    given = [example for example in examples(question.spec) if example]
    return given if question.kind == "lines" or not given else ["、".join(given)]


def asked_through(session: Session, lines: Callable[[Question], list[str]] = typed_for) -> list[str]:
    """Answer every question, and return all that would be typed for it at a terminal."""
    passed: list[Key] = []
    script: list[str] = []
    while left := session.pending(passed):
        passed.append(left[0].path)
        given = lines(left[0])
        told = session.answer(left[0].path, given) if given else []
        assert not any(misfit.refused for misfit in told), (left[0], told)
        script += [*given, ""] if left[0].kind == "lines" or not given else given
    return script


def printed(composed: Composed) -> str:
    """Return the words of a draft."""
    return spoken_text(lines_of(composed.document.speeches[0]))


def facts_of(path: Path) -> str:
    return path.read_text("utf-8")


@pytest.mark.parametrize("skeleton", SKELETONS)
def test_every_skeleton_can_be_asked_through_with_its_examples(tmp_path: Path, skeleton: str) -> None:
    session = begin(skeleton, tmp_path / "facts.yaml", LIBRARY, True)
    asked_through(session)
    composed = draft(tmp_path / "facts.yaml", LIBRARY)[1]
    assert not session.lacking and "【待补" not in printed(composed)
    unused = {finding.quote for finding in composed.findings if finding.code == "unused"}
    assert unused <= {"会议", "主题"}, "only what another frame of the skeleton would have said"


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[str], str]]:
    """For a skeleton what would be typed to answer everything, and the file that it makes."""
    found = {}
    for skeleton in (SHORT, LONG):
        path = tmp_path_factory.mktemp("asked") / "facts.yaml"
        found[skeleton] = asked_through(begin(skeleton, path, LIBRARY, False), all_answers), facts_of(path)
    return found


def all_answers(question: Question) -> list[str]:
    """Answer a question with its example, the time allowed too; a count with one more than there must be."""
    if question.kind == "count":
        return [str(question.series.room[0] + 1)]
    return ["240"] if question.path == ("minutes",) else typed_for(question)[:1]


@pytest.mark.parametrize("skeleton", [SHORT, LONG])
def test_a_session_at_the_terminal(run: Run, scripts: Any, tmp_path: Path, skeleton: str) -> None:
    lines, facts = scripts[skeleton]
    result = run(f"ask {skeleton} -o facts.yaml", "\n".join(lines) + "\n")
    assert result.exit_code == 0, result.output
    assert facts_of(tmp_path / "facts.yaml") == facts
    path = result.stdout.strip()
    assert path.endswith(".docx") and (tmp_path / path).exists()
    assert "[section 2 of 3]" in result.stderr or "[section 2 of 4 point 2 of 3]" in result.stderr
    assert "例：临江街道党工委" in result.stderr and "(2—6字)" not in result.stderr and "2—6字" in result.stderr


@pytest.mark.parametrize("skeleton", [SHORT, LONG])
def test_a_session_broken_off_at_every_question_loses_nothing(
    run: Run, scripts: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, skeleton: str
) -> None:
    lines, facts = scripts[skeleton]
    typed = iter(lines)
    answered = 0

    def one_line(*_words: Any, **_options: Any) -> str:
        nonlocal answered
        if answered and answered % 2:
            answered += 1
            raise click.Abort if answered % 4 else KeyboardInterrupt
        answered += 1
        line = next(typed)
        return line or next(typed, "")  # what ends the lines of a body is not typed again

    monkeypatch.setattr(click, "prompt", one_line)
    first = run(f"ask {skeleton} -o facts.yaml")
    assert first.exit_code == 1 and "The answers are in facts.yaml" in first.stderr and not first.stdout
    for _call in lines:
        result = run("ask facts.yaml")
        if result.exit_code != 1 or result.stdout:
            break
        load_facts(tmp_path / "facts.yaml")
    assert result.exit_code == 0, result.output
    assert facts_of(tmp_path / "facts.yaml") == facts
    assert not list(tmp_path.glob(".draftkit*"))


def test_a_write_that_is_broken_off_leaves_the_file_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = begin(SHORT, tmp_path / "facts.yaml", LIBRARY, True)
    session.answer(("unit",), ["河湾镇"])
    before = facts_of(tmp_path / "facts.yaml")

    def stop(_handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", stop)
    with pytest.raises(KeyboardInterrupt):
        session.answer(("theme",), ["防汛"])
    assert [path.name for path in tmp_path.iterdir()] == ["facts.yaml"]
    assert facts_of(tmp_path / "facts.yaml") == before
    monkeypatch.undo()
    assert session.answer(("theme",), ["防汛"]) == [] and "防汛" in facts_of(tmp_path / "facts.yaml")


WRONG = [
    (("date",), "去年冬天", "is no date"),
    (("minutes",), "八分钟", "must be a whole number"),
    (("theme",), "防汛{{ 甲 ", "“{{” is opened and never closed"),
    (("theme",), "防汛{{ 甲 | 变 }}", "there is no filter"),
    (("theme",), "防汛\x07", "cannot stand in a document"),
    (("theme",), "防汛\ud83d", "cannot stand in a document"),
    (("总成效",), "37个", "cannot be a figure's name"),
    (("sections",), "7", "from 2 to 5"),
    (("sections",), "好几个", "from 2 to 5"),
    (("sections", 0, "用力"), "12", "none of the choices"),
    (("sections", 0, "用力"), "使劲", "none of the choices"),
    (("figures", "到位率"), "不少", "is no number"),
    (("figures", "到位率"), "由80%提高到70%", "does not fit a change"),
    (("figures", "到位率"), "17%～13%", "the range runs"),
    (("figures", "到位率"), "甲、甲", "a member stands twice"),
    (("figures", "到位率"), "90%", "cannot be read with"),
]


@pytest.mark.parametrize(("key", "words", "told"), WRONG)
def test_a_wrong_answer_is_refused_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: Any, words: str, told: str
) -> None:
    monkeypatch.setenv("LANGUAGE", "en")
    path = tmp_path / "facts.yaml"
    session = begin(SHORT, path, LIBRARY, True)
    session.answer(("sections", 0, "body"), ["查岗{{ 到位率 | 变化 }}"])
    before = facts_of(path)
    misfits = session.answer(key, [words])
    assert any(misfit.refused and told in misfit.message for misfit in misfits), misfits
    assert facts_of(path) == before and session.given(key) == ()


def test_a_length_is_only_told(tmp_path: Path) -> None:
    session = begin(SHORT, tmp_path / "facts.yaml", LIBRARY, True)
    (misfit,) = session.answer(("契机",), ["借"])
    assert not misfit.refused and "契机: 借\n" in facts_of(tmp_path / "facts.yaml")


@pytest.mark.parametrize(
    ("words", "reads"),
    [
        ("37个", "37个"),
        ("3.2万元", "3.2万元"),
        ("从82.5%到96.3%", "由82.5%提高到96.3%"),
        ("由改造前的54岁下降到38岁", "由改造前的54岁下降到38岁"),
        ("310个→865个", "由310个增加到865个"),
        ("由3件提升到5件", "由3件提升到5件"),
        ("20至30人", "20人～30人"),
        ("13—17万元", "13万元～17万元"),
        ("财政补一点、企业投一点、居民出一点", "财政补一点、企业投一点、居民出一点“三个一点”"),
    ],
)
def test_a_figure_is_read_as_it_is_said(tmp_path: Path, words: str, reads: str) -> None:
    session = begin(SHORT, tmp_path / "facts.yaml", LIBRARY, True)
    session.answer(("sections", 0, "body"), ["数是{{ 到位率 }}。"])
    assert session.pending()[0].path != ("figures", "到位率"), "what goes before it is asked before it"
    assert session.answer(("figures", "到位率"), [words]) == []
    text = printed(draft(tmp_path / "facts.yaml", LIBRARY)[1])
    assert f"数是{reads}。" in text or f"数是到位率{reads}。" in text


def test_what_is_quoted_is_asked_for_next(run: Run, tmp_path: Path) -> None:
    typed = "河湾镇\n\n\n\n\n防汛\n\n\n把{{ 险段 }}守住\n\n"
    result = run(f"ask {SHORT} -o facts.yaml", typed)
    asked = result.stderr.split("把{{ 险段 }}守住")[-1]
    assert "数据“险段”是多少" in asked
    assert "险段:\n" in facts_of(tmp_path / "facts.yaml"), "a figure that is still to come has its place"


def test_back_and_help(run: Run, tmp_path: Path) -> None:
    result = run(f"ask {SHORT} -o facts.yaml", "《\n河湾镇\n全区会\n<\n<\n河口镇\n?\n\n")
    assert "This is the first question." in result.stderr and "now: 河湾镇" in result.stderr
    assert "key in the facts file: speaker" in result.stderr
    facts = facts_of(tmp_path / "facts.yaml")
    assert "unit: 河口镇\n" in facts and "occasion: 全区会\n" in facts and "河湾镇" not in facts


def test_back_from_the_middle_of_a_body_keeps_its_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text(f"skeleton: {SHORT}\nunit: 河湾镇\nnext: [办好一件事]\n", "utf-8")
    session = begin("facts.yaml", None, LIBRARY, False)
    session.answer(("sections",), ["2"])
    for number in (0, 1):
        for slot, words in (("领域", "源头"), ("用力", "1"), ("做成", "险段守得牢")):
            session.answer(("sections", number, slot), [words])
    typed = "一\n二\n契机来了\n险段\n46处\n第一段。\n第二段。\n<\n\n第三段。\n\n"
    result = run("ask facts.yaml", typed)
    assert "now: 46处" in result.stderr, result.output
    body = load_facts(tmp_path / "facts.yaml").sections
    assert [len(section.body) for section in body] == [2, 1]


def test_a_file_written_by_hand_is_kept_to_the_letter(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_bytes(WRITTEN.replace("\n", "\r\n").encode("gb18030"))
    typed = "河湾镇\n险段\n46\n险段守牢\n从80%到95%\n物资备齐\n盯紧每一处险段\n\n"
    result = run("ask facts.yaml", typed)
    assert result.exit_code == 0, result.output
    text = (tmp_path / "facts.yaml").read_bytes().decode("gb18030")
    assert text.count("\r\n") == text.count("\n")
    put_in = {
        "单位:   # 还": '单位: "河湾镇"   # 还',
        "用力: 用心, 正文": "用力: 用心, 做成: 险段守牢, 正文",
        "  用力: 用劲\n": "  用力: 用劲\n  做成: 物资备齐\n",
        '机会"\n': '机会"\n总成效: 险段\n',
        "{险段: {单位": "{到位率: {由: '80', 到: '95', 单位: '%'}, 险段: {数值: '46', 单位",
        "试过一遍。\n": "试过一遍。\n下一步: 盯紧每一处险段\n",
    }
    expected = WRITTEN
    for before, after in put_in.items():
        assert expected.count(before) == 1
        expected = expected.replace(before, after)
    assert text.replace("\r\n", "\n") == expected


def test_nothing_else_is_ever_replaced(run: Run, tmp_path: Path) -> None:
    other = "skeleton: 体会交流-第一第二第三\nunit: 别的\n"
    (tmp_path / "facts.yaml").write_text(other, "utf-8")
    assert run(f"ask {SHORT} -o facts.yaml", "河湾镇\n").exit_code == 2
    (tmp_path / "mine.yaml").write_text(f"skeleton: {SHORT}\n", "utf-8")
    assert run("ask mine.yaml -o facts.yaml", "河湾镇\n").exit_code == 2
    assert facts_of(tmp_path / "facts.yaml") == other
    assert run("ask mine.yaml -o new.yaml", "河湾镇\n").exit_code == 1
    assert facts_of(tmp_path / "mine.yaml") == f"skeleton: {SHORT}\n"
    assert facts_of(tmp_path / "new.yaml") == f"skeleton: {SHORT}\nunit: 河湾镇\n"


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    session = begin(SHORT, path, LIBRARY, True)
    path.write_text(f"skeleton: {SHORT}\nunit: 自己改的\n", "utf-8")
    with pytest.raises(DraftkitError):
        session.answer(("unit",), ["河湾镇"])
    assert facts_of(path) == f"skeleton: {SHORT}\nunit: 自己改的\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("ask 短发言", "there is no facts file to put the answers into"),
        ("ask 短发言 -o facts.yaml", "there is no skeleton “短发言”"),
        (f"ask {SHORT} -o facts.docx", "no facts file that can be filled in"),
        ("ask facts.json", "no facts file that can be filled in"),
        ("ask none.yaml", "there is no such file"),
        ("ask broken.yaml", "broken.yaml:1:"),
        ("ask empty.yaml", "the file is empty"),
    ],
)
def test_a_wrong_call_asks_nothing(run: Run, tmp_path: Path, words: str, told: str) -> None:
    (tmp_path / "broken.yaml").write_text("skeleton：短发言\n", "utf-8")
    (tmp_path / "empty.yaml").write_text("", "utf-8")
    (tmp_path / "facts.json").write_text("{}", "utf-8")
    result = run(words, "河湾镇\n")
    assert result.exit_code == 2 and told in result.stderr, result.output
    assert not (tmp_path / "facts.yaml").exists() and not (tmp_path / "facts.docx").exists()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_a_complete_file_is_not_asked_about(run: Run, tmp_path: Path, example: Path) -> None:
    (tmp_path / "facts.yaml").write_text(facts_of(example), "utf-8")
    result = run("ask facts.yaml")
    assert result.exit_code == 0 and ">" not in result.stderr, result.output
    assert facts_of(tmp_path / "facts.yaml") == facts_of(example)


def test_a_past_speech_is_asked_for_its_new_figures(run: Run, tmp_path: Path) -> None:
    seed = Path(__file__).parents[1] / "seeds/03-jingyan-yanglao.txt"
    assert run(f"extract {seed} -o facts.yaml --frames-out old").exit_code == 0
    path = tmp_path / "facts.yaml"
    before = re.sub(r"value: '[\d.]+'\n", 'value: ""\n', facts_of(path), count=1)
    path.write_text(before, "utf-8")
    result = run("ask facts.yaml --frames old", "7\n")
    assert result.exit_code == 0 and result.stderr.count("> ") == 1, result.output
    assert facts_of(path) == before.replace('value: ""\n', 'value: "7"\n')


def test_what_is_left_open_is_told_and_asked_again(run: Run) -> None:
    result = run(f"ask {SHORT} -o facts.yaml", "\n" * 60)
    assert result.exit_code == 1 and "missing" in result.stderr
    assert "draftkit ask facts.yaml" in result.stderr and result.stdout.strip().endswith(".docx")
    again = run("ask facts.yaml", "河湾镇\n")
    assert "单位全称" in again.stderr

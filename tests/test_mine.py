"""Past speeches become a library of frames: merged, the same in any order, mined into again, nothing leaked."""

import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from draftkit.cli import group
from draftkit.frame import PROVIDED, Formula, Frame, Parallel, Skeleton, id_of, wordings_of
from draftkit.library import Library
from draftkit.mine.copies import distinct, fingerprint, groups
from draftkit.mine.leaks import STRUCTURE, leaks
from draftkit.mine.learn import learn
from draftkit.mine.shelf import LIST, read_list
from draftkit.pattern import Fixed, Pattern
from draftkit.pipeline import shipped_frames
from draftkit.store.keys import RESERVED
from draftkit.tree import Document, Heading, Paragraph, Passage, Section, Speech, Text

TOP = Path(__file__).parents[1]
OWN = sorted((TOP / "seeds").glob("*.txt"))
SHARED = sorted((TOP.parent / "shared/seeds").glob("*.txt"))
FRAMES = shipped_frames()
LISTED = sorted(read_list((FRAMES / LIST).read_text("utf-8")))
MINED = [name for name in LISTED if "/" in name]
LIBRARY = Library((FRAMES,), trusted=FRAMES)
RUN = 15
"""Characters of a source in a row that may not stand in a mined frame outside its fixed words."""


def mine(*words: object) -> Result:
    """Run draftkit mine, which must have nothing to complain of."""
    result = CliRunner().invoke(group(), ["mine", *(str(word) for word in words)])
    assert result.exit_code == 0, result.output
    return result


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a folder by their names."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def speech(*headings: str, title: tuple[str, ...] = ("基层治理交流",)) -> Speech:
    """Return a speech with these headings, each with a body of its own."""
    bodies = ("全年任务按期办结。", "各方评价逐季向好。", "机制运转日益顺畅。", "群众参与热情高涨。")
    sections = tuple(
        Section(Heading((Text(words),), "", "run-in", "。"), (Paragraph((Text(body),)),))
        for words, body in zip(headings, bodies, strict=False)
    )
    return Speech(title=tuple((Text(half),) for half in title), sections=sections)


def found(*documents: Document) -> dict[str, Frame]:
    """Return the frames mined from documents by their ids."""
    return {id_of(frame): frame for frame in learn(documents).frames}


def test_siblings_become_a_parallel_and_the_speech_a_skeleton() -> None:
    one = speech("在“摸底”上用真劲，把家底盘清", "在“整改”上用真劲，把漏洞堵住", "在“回访”上用真劲，把口碑做亮")
    frames = found(Document("甲.txt", (one,)))
    parallel = frames["parallel/在“…”上用真劲，把…"]
    assert isinstance(parallel, Parallel)
    assert [part.text for part in parallel.pattern.parts if isinstance(part, Fixed)] == ["在“", "”上用真劲，把"]
    assert parallel.evidence[0].source == "甲.txt" and parallel.evidence[0].place == "第1篇"
    assert parallel.pattern.fill(parallel.evidence[0].filling) == "在“摸底”上用真劲，把家底盘清"
    skeletons = [frame for frame in frames.values() if isinstance(frame, Skeleton)]
    assert [shape.headings[0] for shape in skeletons[0].sections] == [id_of(parallel)]


def test_frames_of_several_documents_are_one_and_near_copies_count_once() -> None:
    one = speech("强化摸底这一招，管住源头", "强化整改这一招，管住过程", "强化回访这一招，管住末端")
    other = speech("强化议事这一招，管住分歧", "强化公示这一招，管住账目", "强化评议这一招，管住作风")
    frames = found(Document("甲", (one,)), Document("乙", (other,)))
    parallel = frames["parallel/强化…这一招，管住…"]
    assert parallel.evidence[0].support == 2
    assert {evidence.source for evidence in parallel.evidence} == {"甲", "乙"}


def test_near_copies_are_told_by_their_sentences() -> None:
    text = "这一段话只有这一位笔杆子写得出来，别人不会这样写第{n}遍。"
    body = [Paragraph((Text(text.format(n=n)),)) for n in "一二三四"]
    whole = Speech(((Text("讲话"),),), opening=Passage(tuple(body)))
    most = Speech(((Text("发言"),),), opening=Passage(tuple(body[:3])))
    alone = Paragraph((Text("这是另外一个单位自己写的稿子，各是各的。"),))
    other = Speech(((Text("发言"),),), opening=Passage((alone,)))
    named = zip("甲乙丙", (most, whole, other), strict=True)
    prints = {name: fingerprint(Document(name, (one,))) for name, one in named}
    copies = groups(prints)
    assert copies == {"甲": "乙", "乙": "乙", "丙": "丙"}, "told by the first name"
    assert distinct("甲乙丙", copies) == 2


def test_the_order_of_the_speeches_changes_no_byte(tmp_path: Path) -> None:
    mine(*OWN, "-o", tmp_path / "one")
    mine(*reversed(OWN), "-o", tmp_path / "other")
    assert contents(tmp_path / "one") == contents(tmp_path / "other") != {}
    check = CliRunner().invoke(group(), ["frames", "check", "--frames", str(tmp_path / "one")])
    assert check.exit_code == 0, check.output


def test_mining_again_keeps_what_was_edited_and_tells_the_rest(tmp_path: Path) -> None:
    out = tmp_path / "out"
    mine(*OWN[:3], "-o", out)
    edited, lost, *_rest = sorted((out / "parallel").glob("*.yaml"))
    edited.write_text(edited.read_text("utf-8") + "use: 我改过\n", "utf-8")
    lost.unlink()
    hand = out / "formula/结束语-手写.yaml"
    hand.write_text("name: 结束语-手写\nkind: formula\nrole: signoff\npatterns: [我讲完了。]\n", "utf-8")
    again = mine(*OWN[:3], "-o", out)
    assert f"edited by hand, left as it is: parallel/{edited.stem}\n" in again.stderr
    assert f"new: parallel/{lost.stem}\n" in again.stderr
    assert "1 new, 0 changed" in again.stderr and " 1 edited, 0 no longer found" in again.stderr
    assert edited.read_text("utf-8").endswith("use: 我改过\n") and lost.exists()
    fewer = mine(*OWN[1:3], "-o", out)
    assert "no longer found, left as it is: " in fewer.stderr
    assert hand.exists() and edited.read_text("utf-8").endswith("use: 我改过\n")
    pruned = mine(OWN[1], "-o", out, "--prune")
    assert "no longer found, deleted: " in pruned.stderr
    assert hand.exists() and edited.read_text("utf-8").endswith("use: 我改过\n")


def test_only_the_kinds_and_the_support_asked_for(tmp_path: Path) -> None:
    mine(*OWN, "-o", tmp_path, "--kinds", "parallel,formula", "--min-support", 2)
    assert {path.name for path in tmp_path.iterdir() if path.is_dir()} == {"parallel", "formula"}
    library = Library((tmp_path, FRAMES))
    for path in tmp_path.glob("*/*.yaml"):
        assert library[f"{path.parent.name}/{path.stem}"].evidence[0].support >= 2
    wrong = CliRunner().invoke(group(), ["mine", str(OWN[0]), "-o", str(tmp_path), "--kinds", "排比"])
    assert wrong.exit_code == 2 and "parallel" in wrong.stderr


def test_kinds_that_are_not_asked_for_stay(tmp_path: Path) -> None:
    mine(*OWN[:3], "-o", tmp_path)
    before = contents(tmp_path)
    again = mine(*OWN[:3], "-o", tmp_path, "--kinds", "parallel", "--prune")
    assert "0 no longer found" in again.stderr
    assert contents(tmp_path) == before


def test_a_report_that_cannot_be_written_stops_before_anything_is(tmp_path: Path) -> None:
    words = ["mine", str(OWN[0]), "-o", str(tmp_path / "mined"), "--report", str(tmp_path / "report.docx")]
    result = CliRunner().invoke(group(), words)
    assert result.exit_code == 2 and "report.docx" in result.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("suffix", [".md", ".html"])
def test_the_report_tells_kinds_support_examples_and_what_has_no_pattern(tmp_path: Path, suffix: str) -> None:
    report = tmp_path / f"report{suffix}"
    mine(*OWN, "-o", tmp_path / "out", "--report", report)
    text = report.read_text("utf-8")
    for words in ("对偶（", "排比（", "数字缩语（", "套语（", "提纲（", "没有归纳出框架的（", "几份文件"):
        assert words in text
    assert ("<table>" in text) == (suffix == ".html")


def test_nothing_is_written_outside_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = tmp_path / "tmp"
    elsewhere.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(elsewhere))
    monkeypatch.chdir(tmp_path)
    mine(OWN[0], "-o", tmp_path / "out")
    assert list(elsewhere.iterdir()) == []
    assert {path.name for path in tmp_path.iterdir()} == {"tmp", "out"}


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_mined(tmp_path: Path) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    files = [str(tmp_path / "坏.docx"), str(OWN[0])]
    result = CliRunner().invoke(group(), ["mine", *files, "-o", str(tmp_path / "out")])
    assert result.exit_code == 2 and "坏.docx" in result.stderr
    assert any((tmp_path / "out").rglob("*.yaml"))


def test_a_frame_that_quotes_its_source_is_refused() -> None:
    def pattern(text: str) -> Parallel:
        return Parallel(name="例", pattern=Pattern.parse(text))

    assert leaks(pattern("坚持{{ 事项 }}共{{ 动作 }}")) == []
    assert leaks(pattern("抓好37个{{ 事项 }}")) != []
    assert leaks(pattern("在××社区{{ 事项 }}")) != []
    assert leaks(pattern("为临江街道{{ 事项 }}")) != []


def test_no_slot_takes_a_name_that_facts_have_for_structure() -> None:
    assert {word for word in RESERVED if not word.isascii()} <= STRUCTURE | PROVIDED


def strings(value: object) -> Iterator[str]:
    """Yield the texts of a frame's YAML that are no pattern, no name and no reference to another frame."""
    if isinstance(value, dict):
        for key, below in value.items():
            if key not in ("pattern", "patterns", "halves", "member", "name", "heading"):
                yield from strings(below)
    elif isinstance(value, list):
        for below in value:
            yield from strings(below)
    elif isinstance(value, str) and "/" not in value:
        yield value


@pytest.mark.parametrize("sources", [OWN, SHARED], ids=["own", "shared"])
def test_no_shipped_frame_quotes_a_source(sources: list[Path]) -> None:
    if not sources:
        pytest.skip("the shared documents are not here")
    texts = [re.sub(r"\s", "", path.read_text("utf-8", errors="ignore")) for path in sources]
    runs = {text[n : n + RUN] for text in texts for n in range(len(text) - RUN + 1)}
    for frame in LISTED:
        data = yaml.safe_load((FRAMES / f"{frame}.yaml").read_text("utf-8"))
        for text in strings(data):
            assert not any(text[n : n + RUN] in runs for n in range(len(text) - RUN + 1)), (frame, text)


def test_every_shipped_mined_frame_passes_the_check_and_its_evidence_prints() -> None:
    assert MINED
    for name in MINED:
        frame = LIBRARY[name]
        assert leaks(frame) == [] and frame.evidence, name
        for wording in wordings_of(frame):
            if isinstance(wording, Pattern) and isinstance(frame, Parallel | Formula):
                for evidence in filter(lambda one: one.filling, frame.evidence):
                    words = wording.fill(evidence.filling)
                    found = wording.match(words)
                    assert found is not None and wording.fill(found) == words


@pytest.mark.skipif(not SHARED, reason="the shared documents, from which they were mined, are not here")
def test_the_shipped_frames_are_what_is_mined(tmp_path: Path) -> None:
    for path in FRAMES.rglob("*"):
        if path.is_file():
            copy = tmp_path / "frames" / path.relative_to(FRAMES)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    result = mine(*SHARED, *OWN, "-o", tmp_path / "frames")
    assert f"0 new, 0 changed, {len(LISTED)} as before, 0 edited, 0 no longer found" in result.stderr


def test_the_topic_of_a_speech_becomes_the_slot_of_the_theme() -> None:
    body = Paragraph((Text("护河工作人人有责，护河队伍处处可见。"),))
    headings = ("抓护河队伍，强基础", "抓护河队伍，提能力", "抓护河队伍，树形象")
    one = replace(speech(*headings, title=("建强护河队伍",)), opening=Passage((body,)))
    assert "parallel/抓…队伍，…" in found(Document("甲", (one,)))

"""Verbs and objects of past speeches, under the topics of which they speak."""

from pathlib import Path

from click.testing import CliRunner

from draftkit.cli import group
from draftkit.errors import Problem
from draftkit.lexicon import Topic
from draftkit.library import MINED_LEXICON, lexicon_of
from draftkit.mine.pairs import joined, names_of, pairs_in
from draftkit.pattern import Pattern
from draftkit.store import parse
from draftkit.store.lexicon import dump_lexicon, read_lexicon
from draftkit.store.schema import Check
from draftkit.tree import Heading, Paragraph, Section, Speech, Text

NAMES = names_of((Topic("护河", {"名": (Pattern.parse("巡河"),)}), Topic("治水"), Topic("水")))
SPEECH = "在全镇护河工作会议上的讲话\n\n一、抓巡河，守住第一关\n{}\n二、抓资金，办成几件事\n{}\n"


def section(heading: str, *bodies: str) -> Section:
    paragraphs = tuple(Paragraph((Text(body),)) for body in bodies)
    return Section(Heading((Text(heading),)), paragraphs)


def pairs(*sections: Section, title: str = "在治水工作会议上的讲话") -> set[tuple[str, str]]:
    speech = Speech(((Text(title),),), sections=sections)
    return {(topic, words) for topic, words, _source in pairs_in(speech, NAMES, "甲")}


def test_a_pair_goes_with_the_topic_of_its_heading_else_of_the_title() -> None:
    found = pairs(section("抓巡河", "压实责任，健全机制。"), section("抓队伍", "锤炼作风。"))
    assert found == {("护河", "压实责任"), ("护河", "健全机制"), ("治水", "锤炼作风")}, (
        "水 within 治水 is no topic"
    )


def test_what_is_no_verb_with_its_object_is_left_out() -> None:
    said = "我们压实责任。责任压实。压实了责任。清理河道3处。坚持问题导向。服务品牌。压实张家湾。打造临江街道。"
    assert pairs(section("抓巡河", said)) == set()
    assert pairs(section("抓巡河", "压实责任。"), title="护河") == {("护河", "压实责任")}
    assert pairs(section("抓阵地", "压实责任。"), title="讲话") == set(), "no topic, no pair"


def test_support_counts_documents_and_near_copies_once() -> None:
    seen = [("护河", "压实责任", name) for name in "甲乙丙"] + [("护河", "健全机制", "甲")]
    (topic,) = joined(seen, {"甲": "甲", "乙": "甲", "丙": "丙"}, 1)
    assert topic.pairs == {"健全机制": 1, "压实责任": 2}
    assert joined(seen, {}, 2) == (Topic("护河", pairs={"压实责任": 3}),)
    assert joined(seen, {}, 4) == ()


def test_what_is_written_is_read_again() -> None:
    topics = (
        Topic("护河", {"有": (Pattern.parse("专人"),)}, {"压实责任": 2}),
        Topic("治水", pairs={"清理河道": 1}),
    )
    check = Check()
    node, problems = parse(dump_lexicon(topics), "lexicon-mined.yaml")
    assert read_lexicon(check, node) == topics
    assert [*problems, *check.problems] == list[Problem]()


def test_a_folder_gets_its_words_and_keeps_them_when_they_were_edited(tmp_path: Path) -> None:
    speech, out = tmp_path / "讲话.txt", tmp_path / "mined"
    speech.write_text(SPEECH.format("要压实责任，健全机制，管好河道。", "算好明细账，用好每分钱。"), "utf-8")

    def mine() -> str:
        return CliRunner().invoke(group(), ["mine", str(speech), "-o", str(out)]).stderr

    assert f"new: {MINED_LEXICON.removesuffix('.yaml')}\n" in mine()
    found = lexicon_of((out,)).find("河长制") or lexicon_of((out,)).topics[0]
    assert "健全机制" in found.pairs
    text = (out / MINED_LEXICON).read_text("utf-8").replace("健全机制", "创新机制")
    (out / MINED_LEXICON).write_text(text, "utf-8")
    speech.write_text(SPEECH.format("要压实责任，管好河道。", "算好明细账，用好每分钱。"), "utf-8")
    assert "edited by hand, left as it is: lexicon-mined\n" in mine()
    assert (out / MINED_LEXICON).read_text("utf-8") == text

"""Formulae out of speeches: what is found, what is left alone, and that what is printed is found again."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from draftkit.frame import PROVIDED, Formula, Move, Role
from draftkit.library import Library
from draftkit.mine.filling import FIGURES, LONGEST
from draftkit.mine.formula import anchors, formulas_of, runs
from draftkit.mine.formula.anchors import ADVERBIALS, MAINS, RESULTS, Group
from draftkit.mine.formula.asks import ask_of
from draftkit.mine.formula.moves import deed_of, move_of
from draftkit.mine.formula.places import Part, printed
from draftkit.mine.formula.runs import RUNS
from draftkit.mine.formula.windows import FOUNDING, phrases
from draftkit.mine.leaks import leaks
from draftkit.mine.lexicon import topic_words
from draftkit.pattern import Pattern
from draftkit.pipeline import read_speech
from draftkit.store.dump import dump_frame
from draftkit.tree import Blank, Document, Greeting, Heading, Inlines, Paragraph, Passage, Section, Speech, Text

TABLES = [
    value
    for module in (anchors, runs)
    for value in vars(module).values()
    if isinstance(value, tuple) and isinstance(value[0], Group)
]
SEEDS = sorted((Path(__file__).parents[1] / "seeds").glob("*.txt"))


def body(*texts: str, source: str = "甲.txt") -> Document:
    """Return a document whose one section has these paragraphs."""
    paragraphs = tuple(Paragraph((Text(text),)) for text in texts)
    section = Section(Heading((Text("做法"),), "一、"), paragraphs)
    return Document(source, (Speech((), sections=(section,)),))


def stands_in(role: Role, text: str, source: str = "甲.txt") -> Document:
    """Return a document that has a sentence in the place that its role has."""
    words: Inlines = (Text(text),)
    passage = Passage((Paragraph(words),))
    match role:
        case "salutation":
            speech = Speech((), salutation=words)
        case "greeting":
            speech = Speech((), greeting=Greeting(words))
        case "signoff":
            speech = Speech((), signoff=words)
        case "opening":
            speech = Speech((), opening=passage)
        case _:
            speech = Speech((), closing=passage)
    return Document(source, (speech,))


def patterns(document: Document) -> set[str]:
    """Return the patterns mined of a document."""
    return {str(formula.wordings[0]) for formula in formulas_of([document])}


@pytest.mark.parametrize(
    ("sentence", "pattern"),
    [
        ("以院落议事会为抓手，推行楼栋轮值。", "以{{ 抓手 }}为抓手，{{ 做 }}"),
        ("围绕群众出行，聚焦断头巷道，打通堵点。", "围绕{{ 围绕 }}，聚焦{{ 聚焦 }}，{{ 做 }}"),
        ("按照急事先办的原则，排出整改顺序。", "按照{{ 原则 }}的原则，{{ 做 }}"),
        ("针对井盖松动等问题，组织夜间巡查。", "针对{{ 问题 }}等问题，{{ 做 }}"),
        ("坚持把巷道照明作为头等实事。", "坚持把{{ 何事 }}作为{{ 作为 }}"),
        ("开展夜间巡查，实现了问题早发现。", "{{ 做 }}，实现了{{ 结果 }}"),
        ("推行楼栋轮值，投诉量由46件下降到7件。", "{{ 做 }}，{{ 指标名 }}由{{ 原值 }}下降到{{ 现值 }}"),
        ("路灯完好率达到98%。", "{{ 指标名 }}达到{{ 数值 }}"),
        ("巷道亮灯数同比增长三成。", "{{ 指标名 }}同比增长{{ 幅度 }}"),
        ("巷道照明在全区排第2位。", "{{ 指标名 }}在{{ 范围 }}排第{{ 名次 }}位"),
        ("只有把灯点到门口，才能让人走得踏实。", "只有{{ 只有 }}，才能{{ 才能 }}"),
        ("既要修得快，又要管得久。", "既要{{ 一头 }}，又要{{ 另一头 }}"),
        ("群众由旁观者变为当家人。", "{{ 谁 }}由{{ 从 }}变为{{ 到 }}"),
        ("与先进街道相比，我们的家底还不厚。", "与{{ 比较 }}相比，{{ 不足 }}"),
        ("凡是影响通行的，一律先行清障。", "凡是{{ 情形 }}的，一律{{ 处理 }}"),
    ],
)
def test_a_sentence_is_known_by_its_anchor(sentence: str, pattern: str) -> None:
    assert patterns(body(sentence)) == {pattern}


@pytest.mark.parametrize(
    "sentence",
    [
        "巷口的老槐树下坐着三位老人。",
        "以××为抓手，推行楼栋轮值。",
        "以一个横跨三条街道和五个老旧院落的议事会为抓手，推行楼栋轮值。",
        "以“院落议事会为抓手，推行楼栋轮值。",
        "全面从严治党向基层延伸。",
        "街道和商户的关系好了起来。",
        "这也由不得谁。",
    ],
)
def test_other_sentences_are_left_alone(sentence: str) -> None:
    assert patterns(body(sentence)) == set()


@pytest.mark.parametrize(
    ("role", "sentence", "pattern"),
    [
        ("salutation", "各位楼长，同志们：", "各位{{ 听众 }}，同志们："),
        ("greeting", "大家上午好！", "大家上午好！"),
        ("opening", "下面，我讲三点意见。", "下面，我讲{{ 部分数 }}点意见。"),
        (
            "opening",
            "今天召开照明工作会议，主要任务是部署冬季巡查。",
            "今天召开{{ 会议 }}，主要任务是{{ 任务 }}。",
        ),
        ("closing", "下一步，我们将守好巷灯，让夜路更亮。", "下一步，我们将{{ 打算 }}，让{{ 愿景 }}。"),
        ("closing", "让我们一盏一盏点亮，为平安街巷努力奋斗！", "让我们{{ 行动 }}，为{{ 愿景 }}努力奋斗！"),
        ("signoff", "我的发言完毕，谢谢大家！", "我的发言完毕，谢谢大家！"),
    ],
)
def test_each_part_of_a_speech_has_its_formulae(role: Role, sentence: str, pattern: str) -> None:
    found = list(formulas_of([stands_in(role, sentence)]))
    assert [(formula.role, str(formula.wordings[0])) for formula in found] == [(role, pattern)]


def test_half_width_punctuation_makes_no_other_formula() -> None:
    assert patterns(body("针对井盖松动等问题,组织夜间巡查.")) == patterns(
        body("针对井盖松动等问题，组织夜间巡查。")
    )


def test_a_blank_is_no_filling() -> None:
    blank = Paragraph((Text("路灯完好率达到"), Blank("××"), Text("%。")))
    speech = Speech((), sections=(Section(Heading(()), (blank,)),))
    assert not list(formulas_of([Document("甲.txt", (speech,))]))


def test_words_that_lead_over_stand_between_two_kinds_of_fact() -> None:
    found = formulas_of([body("街道推行楼栋轮值。目前，已化解难题46件。")])
    assert [(f.name, f.between) for f in found if f.role == "transition"] == [
        ("过渡-做法到成效-目前", ("做法", "成效"))
    ]


def test_a_formula_of_several_documents_has_evidence_of_each_once() -> None:
    one = body("围绕群众出行，打通堵点。围绕停车，清理占位。", source="甲.txt")
    other = body("围绕校门秩序，守护上学路口。", source="乙.txt")
    formula = next(iter(formulas_of([one, other])))
    assert [(e.source, e.place, e.support) for e in formula.evidence] == [
        ("乙.txt", "第1篇第1部分", 1),
        ("甲.txt", "第1篇第1部分", 1),
    ]
    assert formula.slots["围绕"].length == (2, 4)
    assert formula.slots["围绕"].example == "校门秩序"
    assert formula.move == "measure" and formula.deed == "做法" and formula.use


@cache
def seeds() -> tuple[Document, ...]:
    return tuple(read_speech(path).document for path in SEEDS)


@cache
def mined() -> tuple[Formula, ...]:
    return tuple(formulas_of(seeds()))


def test_the_order_of_the_documents_changes_nothing() -> None:
    assert tuple(formulas_of(reversed(seeds()))) == mined()


def test_the_sample_speeches_give_formulae_of_every_role() -> None:
    roles = {formula.role for formula in mined()}
    assert roles >= {"salutation", "greeting", "opening", "phrase", "signoff"}
    assert len(mined()) >= 60


@pytest.mark.parametrize("formula", mined(), ids=lambda formula: formula.name)
def test_a_formula_is_fit_to_be_kept(formula: Formula) -> None:
    assert leaks(formula) == []
    assert len(formula.name) <= 17 and formula.use and formula.evidence
    slots = {name for wording in formula.wordings for name in wording.names}
    assert set(formula.slots) == slots - PROVIDED
    assert all(spec.ask and len(spec.example) <= LONGEST for spec in formula.slots.values())


def test_evidence_prints_the_words_of_its_source() -> None:
    texts = {path.name: printed(path.read_text("utf-8-sig")) for path in SEEDS}
    sources = {document.source: texts[Path(document.source).name] for document in seeds()}
    for formula in mined():
        for evidence in formula.evidence:
            wording = formula.wordings[0]
            assert isinstance(wording, Pattern)
            assert wording.fill(evidence.filling).rstrip("：") in sources[evidence.source], formula.name


def test_the_strict_reader_takes_every_formula(tmp_path: Path) -> None:
    folder = tmp_path / "formula"
    folder.mkdir()
    for formula in mined():
        (folder / f"{formula.name}.yaml").write_text(dump_frame(formula), "utf-8")
    library = Library((tmp_path,))
    assert library.check() == []
    assert [library[f"formula/{formula.name}"] for formula in mined()] == list(mined())


PLAIN = st.text("山水云石松竹梅兰", min_size=3, max_size=6)


@pytest.mark.parametrize("formula", mined(), ids=lambda formula: formula.name)
@given(data=st.data())
def test_what_is_printed_of_a_formula_is_found_again(formula: Formula, data: st.DataObject) -> None:
    wording = formula.wordings[0]
    assert isinstance(wording, Pattern)
    values = {slot.name: data.draw(value_for(slot.name)) for slot in wording.slots}
    sentence = wording.fill(values)
    if formula.role == "transition":
        return
    document = body(sentence + "。") if formula.role == "phrase" else stands_in(formula.role, sentence)
    again = {(found.role, found.deed, str(found.wordings[0])) for found in formulas_of([document])}
    assert (formula.role, formula.deed, str(wording)) in again


def value_for(slot: str) -> st.SearchStrategy[str]:
    """Return plain words for a slot: none of them an anchor's."""
    name = slot.removeprefix("又一").removeprefix("第三")
    if name == "部分数":
        return st.sampled_from("两三四五六")
    if name in FIGURES:
        return st.integers(1, 9999).map(lambda number: f"{number}个")
    return PLAIN.map(lambda text: f"推行{text}") if name == "做" else PLAIN


def written(line: str) -> str:
    """Return what an anchor's line reads with its first choices and without what may be left out."""
    line = re.sub(r"\(\?[!=][^)]*\)", "", line).replace("[、，]", "，").replace("[，；]", "，")
    line = re.sub(r"<([^|>]+)[^>]*>", r"\1", line)
    while "(" in line:
        line = re.sub(r"\(([^()|]*)[^()]*\)(\?)?", lambda m: "" if m[2] else m[1], line)
    return re.sub(r"[^}]\?", "", line).replace("?", "")


def plainly(line: str) -> str:
    """Return an anchor's line with plain words in its slots."""

    def said(slot: re.Match[str]) -> str:
        return "12个" if slot[1] in FIGURES else "推行山水" if slot[1] == "做" else next(words)

    words = iter(["云石松竹", "梅兰山水", "石云竹松", "兰梅水山", "松石云竹"])
    return re.sub(r"\{(\w*)\}", said, written(line))


@pytest.mark.parametrize(
    ("group", "line"),
    [(group, line) for group in (*RUNS, *ADVERBIALS, *MAINS, *RESULTS) for line in group.lines],
)
def test_every_anchor_is_found_where_it_stands(group: Group, line: str) -> None:
    clause = plainly(line)
    sentence = {ADVERBIALS: f"{clause}，推行山水", RESULTS: f"推行山水，{clause}"}.get(home(group), clause)
    sentence += "，推行山水" if group.use == FOUNDING else ""
    if group.use in ("点明时点", "点明下一步"):
        sentence = f"{clause}，把云石作为松竹"
    found = list(phrases(f"{sentence}。"))
    said = ["".join(p if isinstance(p, str) else p.words for p in window.pieces) for window in found]
    assert said == [sentence]


def home(group: Group) -> tuple[Group, ...]:
    """Return the table of anchors that a group stands in."""
    return next(table for table in (RUNS, ADVERBIALS, MAINS, RESULTS) if group in table)


@pytest.mark.parametrize("line", [line for table in TABLES for group in table for line in group.lines])
def test_the_words_of_the_anchors_are_general(line: str) -> None:
    runs = re.findall("[一-龥]+", re.sub(r"\(\?[!=][^)]*\)|\{\w*\}", " ", line))
    assert [word for run in runs for word in topic_words(run)] == []
    assert all(ask_of(slot) for slot in re.findall(r"\{(\w+)\}", line))


@pytest.mark.parametrize("words", ["党建", "换届", "守牢安全防线", "坚持党建引领", "办好民生实事", "垃圾分类"])
def test_words_of_a_topic_are_told_from_general_ones(words: str) -> None:
    assert topic_words(words)


@pytest.mark.parametrize(
    "words", ["坚持把，作为，来抓", "紧紧围绕", "做优服务", "以，为抓手", "推动，走深走实"]
)
def test_general_words_are_of_no_topic(words: str) -> None:
    assert topic_words(words) == []


@pytest.mark.parametrize(
    ("sentence", "part", "deed", "move"),
    [
        ("投诉量下降到7件。", "body", "成效", "credit"),
        ("巷口照明还存在死角问题。", "body", "问题", "diagnose"),
        ("各街道必须逐巷排查。", "body", "要求", "demand"),
        ("实践证明，灯亮了人心就暖。", "body", "体会", "situate"),
        ("比如，老槐巷添了六盏灯。", "body", "事例", "credit"),
        ("下一步，我们将守好巷灯。", "closing", "打算", "next"),
        ("让我们把灯点亮！", "closing", "", "call"),
        ("大家好！", "greeting", "", "courtesy"),
        ("老槐巷有两百年了。", "body", "", None),
    ],
)
def test_a_sentence_tells_its_move(sentence: str, part: Part, deed: str, move: Move | None) -> None:
    assert (deed_of(sentence), move_of(sentence, part)) == (deed, move)


@pytest.mark.parametrize(
    ("pattern", "leak"),
    [
        ("坚持党建引领{{ 何事 }}，推动{{ 结果 }}", "题材词"),
        ("在临江街道推动{{ 结果 }}", "名称"),
        ("围绕{{ 何事 }}，建立三项{{ 什么 }}", "数字"),
        ("围绕××推动{{ 结果 }}", "留空"),
        ("围绕推动落实", "没有槽"),
        ("把{{ 何事 }}", "固定词太少"),
        ("推动{{ 何事 }}{{ 结果 }}", "挨在一起"),
        ("推动{{ 甲 }}、{{ 乙 }}、{{ 丙 }}、{{ 丁 }}、{{ 戊 }}、{{ 己 }}", "槽多于"),
    ],
)
def test_a_frame_that_holds_a_source_is_not_kept(pattern: str, leak: str) -> None:
    frame = Formula(name="做法-甲", role="phrase", deed="做法", wordings=(Pattern.parse(pattern),))
    assert any(leak in reason for reason in leaks(frame)), leaks(frame)


def names(formulae: Iterable[Formula]) -> list[str]:
    return [formula.name for formula in formulae]


def test_names_are_unlike() -> None:
    assert len(set(names(mined()))) == len(mined())

"""Figures: how each kind is read with each filter, and that what is computed is right."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from draftkit.fact.figure import DOWN, UP, Change, Figure, Members, Range, numeral_of
from draftkit.fact.number import Number, number_in, plain
from draftkit.fact.reading import FILTERS, read_out
from draftkit.fact.word import Unreadable
from draftkit.store.figures import read_figures
from draftkit.store.schema import Check
from draftkit.store.yaml import read_yaml
from draftkit.zh.numerals import to_count

READINGS = [
    ("37个", "", "37个"),
    ("1,200 户", "", "1,200户"),
    ("3.2万元", "", "3.2万元"),
    ("{value: 012, unit: 个}", "", "012个"),
    ("{value: 37, unit: 个}", "名数", "甲37个"),
    ("{value: 37, unit: 个, label: 改造楼院}", "名数", "改造楼院37个"),
    ("{value: 37, unit: 个, as_of: 2026-10}", "截至", "截至2026年10月"),
    ("{value: 37, unit: 个, as_of: 10月底}", "截至", "截至10月底"),
    ("{value: 7920, unit: 户, approx: 近8000}", "约", "近8000户"),
    ("{value: 7920, unit: 户, approx: 近 8000}", "约", "近8000户"),
    ("{value: 8120, unit: 户, approx: 8000余}", "约", "8000余户"),
    ("{value: 8120, unit: 户, approx: 超8000}", "约", "超8000户"),
    ("{value: 80010, unit: 元, approx: 8万余}", "约", "8万余元"),
    ("{from: 82.5, to: 96.3, unit: '%'}", "", "甲由82.5%提高到96.3%"),
    ("{from: 82.5, to: 96.3, unit: '%', label: 满意率}", "名数", "满意率由82.5%提高到96.3%"),
    ("{from: 82.5, to: 96.3, unit: '%', since: 改造前}", "变化", "由改造前的82.5%提高到96.3%"),
    ("{from: 82.5%, to: 96.3%, unit: '%'}", "变化", "由82.5%提高到96.3%"),
    ("{由: 120, 到: 35, 单位: 件}", "变化", "由120件减少到35件"),
    ("{from: 35, to: 120, unit: 件}", "变化", "由35件增加到120件"),
    ("{from: 35, to: 120, unit: 件, word: 增长}", "变化", "由35件增长到120件"),
    ("{from: 67, to: 52, unit: 岁}", "变化", "由67岁下降到52岁"),
    ("{from: 52, to: 67, unit: 岁}", "变化", "由52岁上升到67岁"),
    ("{from: 96.3, to: 96.3, unit: '%'}", "变化", "保持在96.3%"),
    ("{from: 96.30, to: 96.3, unit: '%', since: 上年}", "升降", "与上年持平"),
    ("{from: 82.5, to: 96.3, unit: '%'}", "升降", "提高13.8个百分点"),
    ("{from: 96.3, to: 82.5, unit: '%'}", "升降", "下降13.8个百分点"),
    ("{from: 80, to: 90, unit: 分}", "升降", "提高10分"),
    ("{from: 3.2万, to: 4.1万, unit: 元}", "升降", "增加0.9万元"),
    ("{from: 9000, to: 1.2万, unit: 元}", "升降", "增加3000元"),
    ("{from: '1,200', to: 900, unit: 户}", "升降", "减少300户"),
    ("{from: 12, to: 36, unit: 家}", "倍", "是原来的3倍"),
    ("{from: 12, to: 37, unit: 家, since: 上年}", "倍", "是上年的约3.1倍"),
    ("{from: 12, to: 36, unit: 家}", "原值", "12家"),
    ("{from: 12, to: 36, unit: 家}", "现值", "36家"),
    ("{value: 16, whole: 37, unit: 个}", "", "16个，占43.2%"),
    ("{value: 16, whole: 37, unit: 个, of: 全部楼院}", "", "16个，占全部楼院的43.2%"),
    ("{value: 16, whole: 37, unit: 个, percent: 43}", "占比", "43%"),
    ("{value: 16, whole: 37, unit: 个, percent: 43.24%}", "占比", "43.24%"),
    ("{value: 37, whole: 37, unit: 个}", "占比", "100%"),
    ("{low: 15, high: 30, unit: '%'}", "", "15%～30%"),
    ("{low: 800, high: '1,200', unit: 元}", "名数", "甲800元～1,200元"),
    ("{low: 1万, high: 2万, unit: 元}", "", "1万元～2万元"),
    ("{items: [财政补一点, 企业投一点, 居民出一点]}", "", "财政补一点、企业投一点、居民出一点“三个一点”"),
    ("{items: [财政补一点, 企业投一点, 居民出一点]}", "成员", "财政补一点、企业投一点、居民出一点"),
    ("{items: [财政补一点, 企业投一点, 居民出一点]}", "缩语", "“三个一点”"),
    ("{items: [财政补一点, 企业投一点, 居民出一点]}", "计数", "三"),
    ("{items: [拆一批, 改一批, 建一批, 修一批], coin: 四个一批}", "缩语", "“四个一批”"),
    ("{items: [拆一批, 改一批, 建一批, 修一批], coin: “四个一批”}", "缩语", "“四个一批”"),
    (
        "{items: [拆一批, 改一批, 建一批, 修一批], coin: 个一批}",
        "列举",
        "拆一批、改一批、建一批、修一批“四个一批”",
    ),
    ("{items: [议事机制, 筹资机制], coin: 项机制}", "缩语", "“两项机制”"),
    ("{items: [投诉率下降, 满意率上升], coin: 一降一升}", "缩语", "“一降一升”"),
    ("{items: [拆除旧墙, 新建花园]}", "列举", "拆除旧墙、新建花园"),
    ("{from: 54, to: 38, unit: 岁, word: 升/降}", "变化", "由54岁降到38岁"),
    ("{from: 38, to: 41, unit: 岁, word: 升/降}", "变化", "由38岁升到41岁"),
    ("{from: 54, to: 38, unit: 岁}", "升降词", "下降"),
    ("{from: 38, to: 41, unit: 岁}", "升降词", "上升"),
    ("{from: 38, to: 38, unit: 岁}", "升降词", "保持"),
    ("{from: 38, to: 41, unit: 岁}", "差", "3岁"),
    ("{from: 82.5, to: 96.3, unit: '%'}", "差", "13.8个百分点"),
    ("{from: 38, to: 41, unit: 岁}", "原数", "38"),
    ("{from: 38, to: 41, unit: 岁}", "现数", "41"),
    ("{value: 8000, unit: 户}", "数", "8000"),
    ("{value: 37, unit: 个, parts: {东片: 20, 西片: 17}}", "", "37个"),
    ("{value: 37, unit: 个, parts: {东片: 20, 西片: 17}}", "分项", "其中东片20个、西片17个"),
    ("{value: 1.2万, unit: 户, parts: {东片: 7000, 西片: 0.5万}}", "分项", "其中东片7000户、西片0.5万户"),
    ("", "", ""),
    ("{unit: 个}", "变化", ""),
]

REFUSED = [
    ("{from: 120, to: 40, unit: 件}", "倍"),
    ("{from: 40, to: 40, unit: 件}", "倍"),
    ("{from: 0, to: 40, unit: 件}", "倍"),
    ("{from: -5, to: 40, unit: 件}", "倍"),
    ("{items: [拆除旧墙, 新建花园]}", "缩语"),
    *(
        (figure, word)
        for figure in ("37个", "{low: 1, high: 2}")
        for word in FILTERS
        if word not in ("", "名数") and (word, figure) != ("数", "37个")
    ),
    ("37个", "没有"),
]


def figure_of(source: str) -> Figure:
    """Return the figure 甲 of a piece of YAML."""
    node, problems = read_yaml(f"甲: {source}", "facts.yaml")
    check = Check()
    figure = read_figures(check, node, {})["甲"]
    assert [*problems, *check.problems] == []
    return figure


@pytest.mark.parametrize(("source", "word", "text"), READINGS)
def test_reading(source: str, word: str, text: str) -> None:
    assert "".join(part.text for part in read_out(figure_of(source), (word,) if word else ())) == text


@pytest.mark.parametrize(("source", "word"), REFUSED)
def test_refused(source: str, word: str) -> None:
    with pytest.raises(Unreadable) as caught:
        read_out(figure_of(source), (word,))
    assert caught.value.message and caught.value.advice


def test_every_filter_has_an_example() -> None:
    assert {word for _source, word, _text in READINGS} == set(FILTERS)


def test_the_users_characters_are_told_from_the_filters() -> None:
    reading = read_out(figure_of("{from: 82.5, to: 96.3, unit: '%', since: 改造前}"), ("变化",))
    assert [word.text for word in reading if word.supplied] == ["改造前", "82.5%", "96.3%"]


@pytest.mark.parametrize(
    ("text", "number", "rest"),
    [
        *(("1,200户", "1200", "户"), ("3.2万", "32000", ""), ("1.5亿元", "150000000", "元"), ("-3", "-3", "")),
        *(("0571", "571", ""), (" 8 次", "8", "次"), ("1,20", "1", ",20"), ("2026-10", "2026", "-10")),
    ],
)
def test_numbers(text: str, number: str, rest: str) -> None:
    found = number_in(text)
    assert found and (found[0].value, found[1]) == (Decimal(number), rest)


@pytest.mark.parametrize("text", ["", "三十", "１２", "٣", "²", "约8", "9" * 31, ".5"])
def test_no_numbers(text: str) -> None:
    assert number_in(text) is None


numbers = st.decimals(0, 10**6, places=2).map(lambda value: Number(f"{value:f}", value, 2))
members = st.lists(st.text("甲乙丙丁戊己", min_size=1, max_size=4), min_size=2, max_size=30, unique=True)


@given(numbers, numbers, st.sampled_from(["%", "个", "岁", "元", ""]))
def test_the_direction_and_the_difference_are_right(start: Number, end: Number, unit: str) -> None:
    figure = Figure("甲", Change(start, end), unit)
    words = [word.text for word in read_out(figure, ("升降",))]
    if start.value == end.value:
        assert words == ["与", "原来", "持平"]
        return
    assert words[0] in (UP if end.value > start.value else DOWN)
    amount = number_in(words[1])
    assert amount and amount[0].value == abs(end.value - start.value)
    assert amount[1] == ("个百分点" if unit == "%" else unit)
    changed = [word.text for word in read_out(figure, ("变化",))]
    assert changed == ["由", start.text + unit, f"{words[0]}到", end.text + unit]


@given(numbers, numbers)
def test_times_are_told_of_growth_only(start: Number, end: Number) -> None:
    figure = Figure("甲", Change(start, end))
    if 0 < start.value < end.value:
        text = "".join(word.text for word in read_out(figure, ("倍",)))
        assert text.endswith(f"{plain(end.value / start.value, 1)}倍")
    else:
        with pytest.raises(Unreadable):
            read_out(figure, ("倍",))


@given(members, st.sampled_from(["个一批", "项机制", ""]))
def test_a_list_counts_its_members(items: list[str], coin: str) -> None:
    kind = Members(tuple(f"{item}一批" for item in items), coin)
    assert numeral_of(kind.coined) == (len(items), coin or "个一批")
    counted = read_out(Figure("甲", kind), ("计数",))
    assert [word.text for word in counted] == [to_count(len(items))]


@given(numbers, numbers, st.sampled_from(["%", "元"]))
def test_a_range_repeats_its_unit(low: Number, high: Number, unit: str) -> None:
    assume(low.value < high.value)
    words = read_out(Figure("甲", Range(low, high), unit))
    assert "".join(word.text for word in words) == f"{low.text}{unit}～{high.text}{unit}"

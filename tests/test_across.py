"""What speeches show side by side: sentences that two share, a fact with two numbers; what they may share."""

import time

import pytest

from draftkit.finding import Finding
from draftkit.read import read
from draftkit.review.across import review_across


def found(*texts: str) -> tuple[Finding, ...]:
    drafts = []
    for number, text in enumerate(texts, 1):
        whole = f"在全县渔业工作会议上的发言\n各位领导，同志们：\n{text}\n"
        drafts.append((f"{number}.txt", read(whole.encode(), f"{number}.txt").document))
    return review_across(drafts)


def codes(*texts: str) -> list[str]:
    return [finding.code for finding in found(*texts)]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


REPEATED = (
    ("我们请老船工给年轻人讲潮水讲风向。", "去年收成好。我们请老船工给年轻人讲潮水讲风向。"),
    ("堤坝上的每一盏灯都有人管有人修有人擦。村里放心。", "一是管灯。堤坝上的每一盏灯都有人管有人修有人擦。"),
    (
        "去年清理河道38公里，打捞沉船12条，老百姓都看在眼里。",
        "去年清理河道9公里，打捞沉船4条，老百姓都看在眼里。",
    ),
    ("石桥镇把晒场边的旧仓库改成了渔家学堂和书屋。", "柳林镇把晒场边的旧仓库改成了渔家学堂和书屋。"),
    ("遇到台风天，干部先上堤、后回家，群众先进屋、后收网。", "遇到台风天干部先上堤后回家，群众先进屋后收网。"),
    (
        "一、把每一条渔船的来路去向都记得清清楚楚\n船都登记了。",
        "二、把每一条渔船的来路去向都记得清清楚楚\n都登记了。",
    ),
    (
        "每月初五开一次渔民说事会，大事小事当面说，当场定。",
        "每月初十开一次渔民说事会，大事小事当面说，当场定。",
    ),
)


@pytest.mark.parametrize("pair", REPEATED)
def test_a_sentence_of_two_speeches_is_found_once_and_both_are_named(pair: tuple[str, str]) -> None:
    (finding,) = found(*pair)
    assert finding.code == "A01" and finding.place is not None
    assert finding.place.file == "1.txt" and "2.txt" in finding.message and len(finding.quote) >= 15


SHARED = (
    ("我们深入学习贯彻党的二十大和二十届三中全会精神。", "我们深入学习贯彻党的二十大和二十届三中全会精神。"),
    ("深入学习贯彻党的二十大精神，全面落实新时代党的建设总要求。",) * 2,
    (
        "以上发言，不妥之处，敬请各位领导和同志们批评指正。",
        "以上发言，不妥之处，敬请各位领导和同志们批评指正。",
    ),
    ("根据会议安排，下面我就渔港建设工作作个简要汇报。", "根据会议安排，下面我就渔港建设工作作个简要汇报。"),
    ("全县现有渔船2600条，渔民8000多人，靠海吃海。", "全县现有渔船2600条，渔民8000多人，靠海吃海。"),
    ("我们修好了码头，也修好了人心。", "我们种好了茶园，也拢住了人心，日子越过越红火。"),
    ("老船工带着年轻人下水认潮，一个人教三个人。", "老船工退了休也闲不住，在渡口给孩子们讲故事。"),
    ("把船管好。把网补好。把鱼卖好。", "把船管好。把网补好。把鱼卖好。"),
    (
        "一季度打捞沉船【待补：几条】条，清理河道【待补：几】公里。",
        "一季度打捞沉船【待补：几条】条，清理河道【待补：几】公里。",
    ),
)


@pytest.mark.parametrize("pair", SHARED)
def test_what_all_may_say_and_what_only_looks_alike_is_not_found(pair: tuple[str, str]) -> None:
    assert codes(*pair) == []


TWO_NUMBERS = (
    ("全县共有渔港38个，我们占了3个。", "全县现有渔港36个，数我们的最小。"),
    ("目前，全县渔民人均收入达到3.2万元。", "全县渔民人均收入3.6万元，我们还差一截。"),
    ("这次会议明确的12项任务，我们认领5项。", "会议明确的15项任务，我们逐条对照。"),
    ("“百里渔廊”工程总投资4.5亿元，石桥段先动工。", "“百里渔廊”工程总投资5.4亿元，我们负责征地。"),
    ("东湾大桥项目全长1200米，正从我镇过。", "东湾大桥项目全长1500米，引桥在我镇。"),
    ("全县2600条渔船都装了定位。", "全县2800条渔船都装了定位。"),
    ("今年全县计划改造码头20座。", "今年全县计划改造码头24座，我镇2座。"),
)


@pytest.mark.parametrize("pair", TWO_NUMBERS)
def test_a_fact_that_is_nobodys_own_told_with_two_numbers_is_found(pair: tuple[str, str]) -> None:
    (finding,) = found(*pair)
    assert finding.code == "A02" and finding.place is not None
    assert finding.place.file == "1.txt" and "2.txt" in finding.message


ONE_NUMBER = (
    ("全县共有渔港38个。", "全县现有渔港38个。"),
    ("我镇共有渔港3个。", "我镇共有渔港5个。"),
    ("全镇改造渔船120条。", "全镇改造渔船96条。"),
    ("渔获量占全县的8%。", "渔获量占全县的12%。"),
    ("综合考核列全县第2名。", "综合考核列全县第9名。"),
    ("去年全县新增渔船120条。", "今年全县新增渔船150条。"),
    ("全县渔民近8000人。", "全县渔民7860人。"),
    ("今年全县计划改造码头20座。", "今年全县改造码头18座。"),
    ("比全县平均水平高出3个百分点。", "比全县平均水平高出5个百分点。"),
    ("全县渔业产值由18亿元提高到26亿元。", "全县渔业产值由20亿元提高到26亿元。"),
    ("“渔家书屋”建成12处。", "“渔家书屋”建成9处。"),
)


@pytest.mark.parametrize("pair", ONE_NUMBER)
def test_what_is_a_speakers_own_or_agrees_is_not_found(pair: tuple[str, str]) -> None:
    assert codes(*pair) == []


def test_where_the_speakers_come_from_several_counties_the_county_is_their_own() -> None:
    def of(county: str, ports: int) -> bytes:
        head = f"在全市渔业工作会议上的发言\n{county}农业农村局局长　何某\n各位领导：\n"
        return f"{head}全县共有渔港{ports}个，大的能停百条船。\n".encode()

    drafts = [
        (name, read(of(county, ports), f"{name}.txt").document)
        for name, county, ports in (("甲", "东湾县", 38), ("乙", "西屿县", 12))
    ]
    assert review_across(drafts) == ()


def test_a_sentence_of_many_speeches_is_one_finding() -> None:
    text = "我们请老船工给年轻人讲潮水讲风向。"
    (finding,) = found(*[text] * 7)
    assert "2.txt、3.txt、4.txt and 3 more" in finding.message


def test_a_sentence_of_one_speech_is_left_to_its_own_review() -> None:
    assert codes("我们请老船工给年轻人讲潮水讲风向。\n我们请老船工给年轻人讲潮水讲风向。") == []


def test_ten_times_the_speeches_take_about_ten_times_as_long() -> None:
    def seconds(count: int) -> float:
        texts = [
            f"第{number}条船从{number * 7}号码头出海，带回{number * 31}箱鱼，船老大姓{chr(0x4E00 + number)}。"
            * 5
            + f"村里给{chr(0x5E00 + number)}家和{chr(0x6E00 + number)}家送去了新网新灯新柴油新绳索。"
            for number in range(count)
        ]
        whole = ["在全县渔业工作会议上的发言\n同志们：\n" + text for text in texts]
        drafts = [(str(n), read(one.encode(), f"{n}.txt").document) for n, one in enumerate(whole)]
        start = time.process_time()
        review_across(drafts)
        return time.process_time() - start

    seconds(20)
    assert seconds(1000) < 30 * max(seconds(100), 0.01)

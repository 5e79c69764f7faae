"""Tables as offices have them: what is understood of each layout, and what is told."""

from pathlib import Path

import pytest

from draftkit.errors import DraftkitError, WrongTable
from draftkit.fact.figure import Change, Total, Unknown
from draftkit.tabling import open_streets
from office_tables import LIBRARY, SKELETON, Page, Rows, read, workbook


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "en")


def test_the_form_is_read_by_its_headers(tmp_path: Path) -> None:
    rate = ["参与率·由（%）", "参与率·到（%）", "参与率·基期"]
    rows: Rows = [
        ["单位", "契机", "总成效", "投放点（处）", *rate, "部分1·小标题", "部分1·正文"],
        ["柳溪街道党工委", "以创建为契机", "投放点、参与率", 46, 61.5, 88, "开桶前", "宣传到户", "甲。\n乙。"],
        ["云台街道党工委", None, "投放点", None, 58, 79.5, "开桶前", "定时定点", "一段话。"],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 各街道=rows))
    assert list(found.facts) == ["柳溪街道党工委", "云台街道党工委"]
    assert not any(found.problems.values())
    assert found.figure("柳溪街道党工委", "投放点") == "46处"
    assert isinstance(found.facts["云台街道党工委"].figures["投放点"].kind, Unknown)
    assert str(found.facts["云台街道党工委"].place("figures.投放点")).endswith("各街道!D3")
    change = found.facts["云台街道党工委"].figures["参与率"].kind
    assert isinstance(change, Change)
    assert (change.start.text, change.end.text, change.since) == ("58", "79.5", "开桶前")
    assert len(found.facts["柳溪街道党工委"].sections[0].body) == 2
    assert str(found.facts["云台街道党工委"].place("契机")).endswith("各街道!B3")


def test_titles_units_numbers_of_rows_totals_and_notes(tmp_path: Path) -> None:
    rows: Rows = [
        ["柳城区生活垃圾分类情况统计表"],
        ["填报单位：区城管局", None, None, "单位：处"],
        ["序号", "镇街名称", "投放点", "督导员", "备注"],
        [1, "柳溪街道", 46, 31, "含新建"],
        [2, "云台街道", 38, 29, None],
        ["合计", None, 84, 60, None],
        ["注：数据截至十月底。"],
        ["2. 投放点不含临时点位。"],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 统计=Page(rows, ["A1:E1", "A6:B6"])))
    assert list(found.facts) == ["柳溪街道", "云台街道"]
    assert found.figure("柳溪街道", "投放点") == "46处"
    assert "备注" not in found.facts["柳溪街道"].figures
    assert any("“备注”: not used" in note for note in found.notes)
    assert any("agree" in note for note in found.notes)
    assert any("rows 1、2、7、8" in note for note in found.notes)


def test_a_total_that_the_streets_do_not_make_is_told(tmp_path: Path) -> None:
    rows: Rows = [
        ["街道", "投放点（处）", "参与率（%）"],
        ["柳溪街道", 46, 61],
        ["云台街道", 38, 79],
        ["总计", 85, 70],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 表=rows))
    told = [note for note in found.notes if "add up" in note]
    assert len(told) == 1
    assert "表!B4" in told[0]
    assert "85" in told[0]
    assert "84" in told[0]
    assert not any(found.problems.values())


def test_merged_headers_of_two_rows(tmp_path: Path) -> None:
    rows: Rows = [
        ["单位", "助餐点", None, "老人满意率（%）", None],
        [None, "个数", "日均用餐（人次）", "年初", "目前"],
        ["清河镇", 12, 430, 71.4, 94.8],
        ["石桥镇", "9", "275", "68", "90.5"],
    ]
    merged = ["A1:A2", "B1:C1", "D1:E1"]
    found = read(workbook(tmp_path / "表.xlsx", 养老=Page(rows, merged)))
    assert found.figure("清河镇", "助餐点日均用餐") == "430人次"
    rate = found.facts["石桥镇"].figures["老人满意率"].kind
    assert isinstance(rate, Change)
    assert (rate.start.text, rate.end.text, rate.since) == ("68", "90.5", "年初")
    assert found.figure("石桥镇", "老人满意率").endswith("%")


def test_three_rows_of_header_with_units_and_numbered_columns(tmp_path: Path) -> None:
    rows: Rows = [
        [None, None, "管网", None, None, "投资"],
        ["序号", "乡镇（街道）", "新建", "改造", "合计", "到位"],
        [None, "计量单位", "公里", "公里", "公里", "万元"],
        ["甲", "乙", 1, 2, 3, 4],
        [1, "南浦街道", 3.2, 5.1, 8.3, 620],
        [2, "北塘街道", 2.4, 4.4, 6.8, 515],
        [None, "平均", 2.8, 4.75, 7.55, 567.5],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 治水=Page(rows, ["C1:E1"])))
    assert list(found.facts) == ["南浦街道", "北塘街道"]
    pipes = found.facts["南浦街道"].figures["管网"]
    assert isinstance(pipes.kind, Total)
    assert (pipes.kind.number.text, [name for name, _part in pipes.kind.parts]) == ("8.3", ["新建", "改造"])
    assert found.figure("北塘街道", "投资到位") == "515万元"
    assert not any(found.problems.values())


def test_numbers_as_text_with_units_of_their_own(tmp_path: Path) -> None:
    rows: Rows = [
        ["街道名称", "微网格", "调解纠纷", "处置率", "联系电话"],
        ["东关街道", "１２８个", "46件", "96.5%", 85551234],
        ["西关街道", "97个", "—", "93%", 85555678],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 网格=rows))
    assert found.figure("东关街道", "微网格") == "128个"
    assert found.figure("东关街道", "处置率") == "96.5%"
    assert isinstance(found.facts["西关街道"].figures["调解纠纷"].kind, Unknown)
    assert "联系电话" not in found.facts["东关街道"].figures
    assert not any(found.problems.values())


def test_tables_one_below_the_other(tmp_path: Path) -> None:
    rows: Rows = [
        ["一、队伍情况"],
        ["单位", "志愿者（人）"],
        ["东关街道", 320],
        ["西关街道", 285],
        ["合计", 605],
        [],
        ["二、活动情况"],
        ["单位", "活动（场）"],
        ["西关街道", 41],
        ["东关街道", 57],
        ["合计", 98],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 志愿=rows))
    assert list(found.facts) == ["东关街道", "西关街道"]
    assert found.figure("东关街道", "活动") == "57场"
    assert sum("agree" in note for note in found.notes) == 2


def test_tables_side_by_side(tmp_path: Path) -> None:
    rows: Rows = [
        ["街道", "路灯（盏）", None, "街道", "井盖（个）"],
        ["东关街道", 320, None, "西关街道", 41],
        ["西关街道", 285, None, "东关街道", 57],
        ["合计", 605, None, "合计", 98],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 市政=rows))
    assert found.figure("东关街道", "路灯") == "320盏"
    assert found.figure("东关街道", "井盖") == "57个"


def test_one_street_under_several_names_over_sheets_and_files(tmp_path: Path) -> None:
    first = workbook(tmp_path / "一.xlsx", 甲=[["街道", "路灯（盏）"], ["东关街道", 320], ["西关", 285]])
    second = workbook(
        tmp_path / "二.xlsx",
        乙=[["所属单位", "井盖（个）"], ["东关街道党工委", 57], ["西关街道办事处", 41], ["南关街道", 3]],
        丙=[["镇（街）", "书记"], ["柳城区东关街道", "东关街道党工委书记　林枫"], ["西关街道", "何青"]],
    )
    found = read(first, second)
    assert list(found.facts) == ["东关街道党工委", "西关街道办事处"]
    assert found.figure("东关街道党工委", "井盖") == "57个"
    assert found.said("西关街道办事处", "发言人") == "何青"
    assert any("南关街道" in note and "no street" in note for note in found.notes)


def test_a_name_that_fits_two_streets_is_told(tmp_path: Path) -> None:
    rows: Rows = [["单位", "路灯（盏）"], ["北城区解放街道", 3], ["南城区解放街道", 4]]
    found = read(workbook(tmp_path / "表.xlsx", 甲=rows, 乙=[["单位", "井盖（个）"], ["解放街道", 5]]))
    assert any("北城区解放街道、南城区解放街道" in note for note in found.notes)
    assert all(not facts.figures.get("井盖") for facts in found.facts.values())


def test_csv_has_one_table_whatever_its_encoding(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes(
        "街道,图书室,,契机\n,个数,藏书（册）,\n东关街道,12,8600,以书香城市建设为契机\n合计,12,8600,\n".encode(
            "gb18030"
        )
    )
    found = read(path)
    assert found.figure("东关街道", "图书室藏书") == "8600册"
    assert found.said("东关街道", "契机") == "以书香城市建设为契机"
    assert str(found.facts["东关街道"].place("契机")).endswith("表!D3")


def test_groups_of_streets_with_subtotals_and_pages_with_the_header_again(tmp_path: Path) -> None:
    header = ["单位", "林长（人）", "巡林（次）"]
    rows: Rows = [
        ["全区", 60, 600],
        ["一、城区片"],
        ["东关街道", 10, 100],
        ["西关街道", 20, 200],
        ["小计", 30, 300],
        ["二、山区片"],
        ["清河镇", 12, 140],
        header,
        ["石桥镇", 18, 160],
        ["小 计", 30, 310],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 林长=[header, *rows]))
    assert list(found.facts) == ["东关街道", "西关街道", "清河镇", "石桥镇"]
    told = [note for note in found.notes if "add up" in note]
    assert len(told) == 1
    assert "310" in told[0]


def test_points_come_in_any_order_of_rows(tmp_path: Path) -> None:
    points: Rows = [
        ["街道", "部分", "要点", "领句", "正文", "做法·谁", "做法·做"],
        ["西关街道", 1, 2, "账目看得见", "每季公布一次。", None, None],
        ["东关街道", 1, None, None, "总起的一段。", None, None],
        ["西关街道", "一", 1, "物业进得来", None, "街道", "把零散小院打包"],
        ["西关街道", "两", 1, "多出来的", None, None, None],
    ]
    streets = [["单位"], ["东关街道"], ["西关街道"]]
    found = read(
        workbook(tmp_path / "表.xlsx", 各街道=streets, 要点=points), skeleton="对偶标题-三四部分-段首句"
    )
    section = found.facts["西关街道"].sections[0]
    assert [str(point.slots["领句"].pattern) for point in section.points] == ["物业进得来", "账目看得见"]  # type: ignore[union-attr]
    assert len(found.facts["东关街道"].sections[0].body) == 1


def test_what_streets_share_goes_behind_their_own(tmp_path: Path) -> None:
    shared: Rows = [
        ["项目", "内容"],
        ["骨架", SKELETON],
        ["会议", "全区推进会"],
        ["日期", "2026-11-20"],
        ["路灯·来源", "市政所"],
    ]
    rows: Rows = [["单位", "会议", "路灯（盏）"], ["东关街道", None, 3], ["西关街道", "街道推进会", 4]]
    found = read(workbook(tmp_path / "表.xlsx", 各街道=rows, 共用=shared), skeleton=None)
    assert found.said("东关街道", "会议") == "全区推进会"
    assert found.said("西关街道", "会议") == "街道推进会"
    assert found.said("西关街道", "日期") == "2026年11月20日"
    assert found.facts["东关街道"].figures["路灯"].source == "市政所"
    assert found.facts["东关街道"].skeleton == SKELETON


def test_two_values_for_one_fact_name_both_cells(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "表.xlsx",
        甲=[["单位", "路灯（盏）"], ["东关街道", 3], ["西关街道", 4]],
        乙=[["单位", "路灯（盏）"], ["东关街道", 5], ["西关街道", "4盏"]],
    )
    found = read(path)
    assert [str(problem.place) for problem in found.problems["东关街道"]] == [f"{path}:乙!B2"]
    assert "甲!B2" in found.problems["东关街道"][0].message
    assert found.figure("东关街道", "路灯") == "3盏"
    assert not found.problems["西关街道"]


def test_rows_that_are_wrong_are_problems_of_their_streets(tmp_path: Path) -> None:
    rows: Rows = [
        ["单位", "路灯（盏）"],
        ["东关街道", 3],
        [None, 8],
        ["西关街道", "=B9"],
        ["东关街道办事处", 4],
        ["北关街道", "三"],
    ]
    with open_streets([workbook(tmp_path / "表.xlsx", 表=rows)], LIBRARY, SKELETON) as streets:
        told = {street.row: [str(problem) for problem in street.problems] for street in streets}
    assert "row 5 too" in told[2][0]
    assert "name" in told[3][0]
    assert "表!B4" in told[4][0]
    assert "row 2 too" in told[5][0]
    assert not told[6]


def test_the_map_says_what_the_headers_do_not(tmp_path: Path) -> None:
    rows: Rows = [["名录", "说明文字", "灯"], ["东关街道", "以创建为契机", 3], ["西关街道", "以迎检为契机", 4]]
    path, mapping = workbook(tmp_path / "表.xlsx", 表=rows), tmp_path / "map.yaml"
    mapping.write_text("表头: 1\n列:\n  名录: 单位\n  说明文字: 契机\n  灯: 路灯（盏）\n", "utf-8")
    found = read(path, mapping=mapping)
    assert found.said("西关街道", "契机") == "以迎检为契机"
    assert found.figure("西关街道", "路灯") == "4盏"
    again = tmp_path / "again.yaml"
    again.write_text(found.map, "utf-8")
    assert read(path, mapping=again).facts == found.facts


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("表头: 1\n列:\n  路登: 路灯（盏）\n", "map.yaml:3:3", "Did you mean “路灯”"),
        ("列:\n  路灯: 部分1·小标\n", "map.yaml:2:7", "Did you mean “部分1·小标题”"),
        ("工作表: 标\n", "map.yaml:1:1", "表"),
        ("列名: {}\n", "map.yaml:1:1", "unknown key"),
        ("表头: 2\n", "map.yaml:1:1", "names of the streets"),
    ],
)
def test_a_wrong_map_is_told_with_its_place(tmp_path: Path, text: str, place: str, told: str) -> None:
    path, mapping = (
        workbook(tmp_path / "表.xlsx", 表=[["单位", "路灯"], ["东关街道", 3]]),
        tmp_path / "map.yaml",
    )
    mapping.write_text(text, "utf-8")
    with pytest.raises(WrongTable) as error:
        read(path, mapping=mapping)
    assert place in str(error.value)
    assert told in str(error.value)


@pytest.mark.parametrize("rows", [[], [["单位", "路灯（盏）"]], [["什么", "路灯"], ["东关街道", 3]]])
def test_a_sheet_without_streets(tmp_path: Path, rows: list[list[str | int]]) -> None:
    path = workbook(tmp_path / "表.xlsx", 表=rows)
    with pytest.raises(WrongTable) as error:
        read(path)
    told = "no street stands below" if rows and rows[0][0] == "单位" else "names of the streets"
    assert told in str(error.value)


def test_without_a_skeleton_the_error_says_what_to_do(tmp_path: Path) -> None:
    path = workbook(tmp_path / "表.xlsx", 表=[["单位", "路灯（盏）"], ["东关街道", 3]])
    with pytest.raises(DraftkitError) as error:
        read(path, skeleton=None)
    assert "骨架" in str(error.value)


def test_skeletons_in_a_column(tmp_path: Path) -> None:
    rows: Rows = [
        ["单位", "骨架", "契机"],
        ["东关街道", SKELETON, "以迎检为契机"],
        ["西关街道", "短发言-一是二是", "以迎检为契机"],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 表=rows), skeleton=None)
    assert found.facts["东关街道"].skeleton == SKELETON
    assert [str(problem.place)[-4:] for problem in found.problems["西关街道"]] == ["表!B3"]
    assert "Did you mean" in found.problems["西关街道"][0].advice


def test_two_columns_of_names_hidden_rows_and_hidden_sheets(tmp_path: Path) -> None:
    rows: Rows = [["街道", "单位", "路灯（盏）"], ["东关", "东关街道党工委", 3], ["西关", "西关街道党工委", 4]]
    pages = {"表": Page(rows, hidden_rows=[2, 3]), "旧": Page(rows, hidden=True)}
    found = read(workbook(tmp_path / "表.xlsx", **pages))
    assert list(found.facts) == ["东关街道党工委", "西关街道党工委"]
    assert any("2 hidden rows" in note for note in found.notes)
    assert any("“街道”: not used" in note for note in found.notes)
    assert any("旧 is hidden" in note for note in found.notes)


def test_a_line_that_says_who_fills_the_table_in_is_no_header(tmp_path: Path) -> None:
    rows: Rows = [
        ["填报单位", "区民政局", None, "2026年10月"],
        ["序号", "单位名称", "食堂（个）", "日均用餐", "老人（人）"],
        [1, "清河镇", 3, 120, 640],
        [2, "石桥镇", 2, 90, 512],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 表=rows))
    assert list(found.facts) == ["清河镇", "石桥镇"]
    assert found.figure("石桥镇", "老人") == "512人"


def test_cells_merged_over_several_streets(tmp_path: Path) -> None:
    rows: Rows = [
        ["单位", "会议", "食堂（个）", "投资（万元）"],
        ["清河镇", "全县推进会", 3, 120],
        ["石桥镇", None, 2, None],
        ["双塔镇", None, 4, 75],
    ]
    path = workbook(tmp_path / "表.xlsx", 表=Page(rows, ["B2:B4", "D2:D3"]))
    found = read(path)
    assert [found.said(name, "会议") for name in found.facts] == ["全县推进会"] * 3
    assert [str(one.place) for one in found.problems["清河镇"]] == [f"{path}:表!D2"]
    assert [str(one.place) for one in found.problems["石桥镇"]] == [f"{path}:表!D3"]
    assert isinstance(found.facts["石桥镇"].figures["投资"].kind, Unknown)
    assert found.figure("双塔镇", "投资") == "75万元"


def test_years_side_by_side_are_a_change(tmp_path: Path) -> None:
    rows: Rows = [
        ["单位", "村集体收入（万元）", None],
        [None, "2024年", "2025年"],
        ["清河镇", 31, 58.5],
        ["石桥镇", 22, 40],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 表=Page(rows, ["A1:A2", "B1:C1"])))
    assert found.figure("清河镇", "村集体收入") == "31→58.5万元"
    kind = found.facts["清河镇"].figures["村集体收入"].kind
    assert isinstance(kind, Change)
    assert kind.since == "2024年"


def test_words_on_several_lines_of_a_cell(tmp_path: Path) -> None:
    rows: Rows = [
        ["单\n位", "会议", "发言人", "标题", "限时", "下一步打算"],
        [
            "清 河 镇",
            "全县养老服务\n工作推进会",
            "镇党委书记　周岚",
            "把饭送到家 让老人舒心",
            "8分钟",
            "建食堂\n办好巡诊",
        ],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 表=rows), skeleton="对偶标题-三四部分-段首句")
    facts = found.facts["清河镇"]
    assert not any(found.problems.values())
    assert (facts.minutes, [str(half.pattern) for half in facts.title]) == (8, ["把饭送到家", "让老人舒心"])
    assert len(facts.next) == 2
    assert found.said("清河镇", "发言人") == "镇党委书记　周岚"


def test_formulas_without_a_value_hurt_their_own_street_only(tmp_path: Path) -> None:
    rows: Rows = [
        ["单位", "食堂（个）", "床位"],
        ["清河镇", "=C9", 12],
        ["=A9", 4, 8],
        ["石桥镇", 2, "#REF!"],
        ["双塔镇", 3, 20],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 表=rows))
    assert found.figure("双塔镇", "床位") == "20"
    wrong = {name: [str(one.place)[-2:] for one in problems] for name, problems in found.problems.items()}
    assert wrong == {"清河镇": ["B2"], "": ["A3"], "石桥镇": ["C4"], "双塔镇": []}


def test_a_list_of_details_is_no_table_of_streets(tmp_path: Path) -> None:
    streets: Rows = [["单位", "食堂（个）"], ["清河镇", 3], ["石桥镇", 2]]
    details: Rows = [
        ["单位", "食堂", "餐位（个）"],
        ["清河镇", "东街食堂", 40],
        ["清河镇", "西街食堂", 30],
        ["清河镇", "南街食堂", 30],
        ["石桥镇", "桥头食堂", 36],
        ["石桥镇", "老街食堂", 28],
    ]
    found = read(workbook(tmp_path / "表.xlsx", 汇总=streets, 明细=details))
    assert not any(found.problems.values())
    assert "餐位" not in found.facts["清河镇"].figures
    assert any("several rows for a street" in note for note in found.notes)


def test_merged_cells_without_bounds(tmp_path: Path) -> None:
    rows: Rows = [["单位", "食堂（个）", "其他"], ["清河镇", 3, "有"], ["石桥镇", 2, None]]
    found = read(workbook(tmp_path / "表.xlsx", 表=Page(rows, ["C1:XFD1", "C2:C1048576"])))
    assert found.figure("石桥镇", "食堂") == "2个"


def test_streets_of_one_name_go_by_their_districts(tmp_path: Path) -> None:
    rows: Rows = [
        ["市", "县（区）", "乡镇", "食堂（个）"],
        ["云州市", "东山县", "城关镇", 3],
        [None, None, "清河镇", 2],
        [None, "西山县", "城关镇", 4],
    ]
    other: Rows = [["县", "镇", "床位（张）"], ["西山县", "城关镇", 40], ["东山县", "城关镇", 30]]
    found = read(workbook(tmp_path / "表.xlsx", 表=Page(rows, ["A2:A4", "B2:B3"]), 另=other))
    assert list(found.facts) == ["云州市东山县城关镇", "云州市东山县清河镇", "云州市西山县城关镇"]
    assert not any(found.problems.values())
    assert found.figure("云州市西山县城关镇", "床位") == "40张"


def test_a_column_of_districts_does_not_name_streets(tmp_path: Path) -> None:
    rows: Rows = [
        ["区", "街道", "1.食堂数*", "责任单位"],
        ["江北区", "1.清河街道", 3, "民政局"],
        ["江北区", "2.石桥街道", 4, "民政局"],
    ]
    rows = [*rows, ["总计（2个街道）", None, 7]]
    found = read(workbook(tmp_path / "表.xlsx", 表=rows))
    assert list(found.facts) == ["清河街道", "石桥街道"]
    assert found.figure("清河街道", "食堂数") == "3"


def test_streets_across_are_no_rows(tmp_path: Path) -> None:
    rows: Rows = [["指标", "单位", "清河街道", "石桥街道"], ["食堂", "个", 3, 4], ["投资", "万元", 30, 40]]
    with pytest.raises(WrongTable) as error:
        read(workbook(tmp_path / "表.xlsx", 表=rows))
    assert "no street stands below" in str(error.value)

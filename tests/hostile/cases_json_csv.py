"""JSON and CSV.

Facts in JSON, tables in CSV: what a program wrote without looking, an editor spoilt, or somebody made to hurt.
"""

import json

from case import Case

FACTS = {
    "skeleton": "短发言-一是二是三是",
    "unit": "白石街道",
    "occasion": "全区河道清漂推进会",
    "theme": "河道清漂",
    "sections": [
        {"小标题": "摸清底数", "body": "清了{{ 河道 }}。"},
        {"小标题": "分段包干", "body": "分了段。"},
    ],
    "figures": {"河道": "37条"},
    "next": "接着清。",
}
WHOLE = json.dumps(FACTS, ensure_ascii=False)
COMPOSE = "compose facts.json -o draft.txt --no-review"
TABLE = "街道,会议,主题,清理河道（条）\n临江街道,全区河道清漂推进会,河道清漂,37\n"
BATCH = "batch streets.csv -f 短发言-一是二是三是 -o drafts"
SEEN = f"{BATCH} --dry-run"
"""Where a table is understood or refused, nothing has to be written to see it."""


def refused(number: str, what: str, facts: str | bytes, *says: str) -> Case:
    """Return a case of facts that are no good."""
    return Case(number, what, COMPOSE, {"facts.json": facts}, says=says)


def kept(number: str, what: str, facts: str | bytes, *shows: str) -> Case:
    """Return a case of facts that are read to the letter."""
    return Case(number, what, COMPOSE, {"facts.json": facts}, exit=0, shows=shows, writes=("draft.txt",))


def with_(**facts: object) -> str:
    """Return the facts with some of them changed."""
    return json.dumps({**FACTS, **facts}, ensure_ascii=False)


def table(number: str, what: str, content: str | bytes, *says: str, exit_: int = 2) -> Case:
    """Return a case of a table that is told about before anything is written."""
    return Case(number, what, SEEN, {"streets.csv": content}, exit=exit_, says=says)


def batched(
    number: str, what: str, content: str | bytes, *says: str, exit_: int = 0, drafted: bool = True
) -> Case:
    """Return a case of a table of which 临江街道 gets its draft, or none does."""
    drafts = ("drafts/临江街道交流发言.docx", "drafts/补料清单.xlsx") if drafted else ()
    written = (*drafts, "drafts/manifest.csv", "drafts/雷同报告.html")
    return Case(
        number,
        what,
        f"{BATCH} --missing drop",
        {"streets.csv": content},
        exit=exit_,
        says=says,
        writes=written,
    )


JSON = (
    refused(
        "J61", "a key twice, in another spelling", WHOLE[:-1] + ', "单位": "黑石街道"}', "are the same key"
    ),
    refused(
        "J61b",
        "a key twice, far within",
        with_(figures={}).replace("{}", '{"户": 1, "户": 2}'),
        "“户” stands twice",
    ),
    refused("J62", "NaN for a number", WHOLE.replace('"37条"', "NaN"), "a value is expected"),
    refused("J62b", "Infinity for a number", WHOLE.replace('"37条"', "-Infinity"), "a value is expected"),
    kept(
        "J62c",
        "1e999, which is text until a figure wants a number",
        WHOLE.replace('"接着清。"', "1e999"),
        "1e999",
    ),
    refused(
        "J62d", "a number of 5,000 digits for a figure", WHOLE.replace('"37条"', "9" * 5000), "facts.json:1:"
    ),
    refused("J63", "nested 100,000 deep", "[" * 100_000, "nested deeper than 30 levels"),
    refused("J63b", "objects nested 100,000 deep", '{"a":' * 100_000, "nested deeper than 30 levels"),
    refused("J64", "a lone surrogate", WHOLE.replace("接着清", "接着\\ud83d清"), "character U+D83D"),
    refused("J64b", "a NUL and a bell", WHOLE.replace("接着清", "接\\u0000着\\u0007清"), "character U+0000"),
    kept(
        "J64c",
        "a pair of surrogates, which is one character",
        WHOLE.replace("接着清", "接着\\ud841\\udf63清"),
        "接着𠝣清",
    ),
    kept("J65", "a byte order mark", "\ufeff" + WHOLE, "清了37条。"),
    kept("J65b", "UTF-16", WHOLE.encode("utf-16"), "清了37条。"),
    kept("J65c", "GB18030", WHOLE.encode("gb18030"), "清了37条。"),
    refused("J66", "a comma before the end", WHOLE[:-1] + ",}", "facts.json:1:"),
    refused("J66b", "comments", WHOLE.replace("{", "{ // facts\n", 1), "facts.json:1:3"),
    refused(
        "J66c", "quotes of a word processor", WHOLE.replace('"theme"', "“theme”"), "a key in double quotes"
    ),
    refused("J66d", "a second document", WHOLE + WHOLE, "nothing is expected after the end"),
    refused("J66e", "a list, and no facts", "[1, 2]", "facts.json:1:1"),
    refused("J66f", "cut off within a word", WHOLE.encode()[:-20], "facts.json"),
    refused("J66g", "a text without an end, of 4 MB", '{"unit": "' + "长" * 4_000_000, "not closed"),
    refused("J66h", "150,000 keys", "{" + ",".join(f'"a{n}":1' for n in range(150_000)) + "}", "unknown key"),
    refused("J66i", "a list where a name is wanted", with_(unit={"a": 1}), "facts.json:1:"),
    refused("J66j", "true where a text is wanted, among sections", with_(sections=[True]), "facts.json:1:"),
)

ENCODED: dict[str, str | bytes] = {
    "GB18030.csv": TABLE.encode("gb18030"),
    "UTF-16.csv": TABLE.encode("utf-16"),
    "Mac.csv": TABLE.replace("\n", "\r"),
    "分号.csv": TABLE.replace(",", ";"),
    "制表符.csv": TABLE.replace(",", "\t"),
}

CSV = (
    table(
        "J67",
        "quotation marks that open and never close",
        TABLE + '桥东街道,"推进会,清漂,3\n' * 2,
        "words go on",
    ),
    table(
        "J67b",
        "the same to the file's end",
        TABLE + '桥东街道,"推进会,清漂,3\n',
        "streets.csv:3:1",
        "never closed",
    ),
    batched(
        "J68", "a row with more cells than the header", TABLE + "桥东街道,推进会,清漂,3,4\n", "!A3", exit_=1
    ),
    batched(
        "J68b",
        "rows that are shorter, by the cells at their ends",
        TABLE.replace(",37", ""),
        "1 drafts written",
    ),
    batched(
        "J69",
        "one header twice, with other numbers",
        TABLE.replace("\n", ",清理河道（条）\n", 1).replace("37\n", "37,38\n"),
        "!E2",
        exit_=1,
        drafted=False,
    ),
    batched(
        "J69b",
        "marks that nobody sees in headers and names",
        TABLE.replace("街道,", "\u200b街\u200d道\ufeff,", 1).replace("临江", "临\u200b江"),
        "1 drafts written",
    ),
    table("J70", "a NUL within", TABLE.replace("推进", "推\0进"), "this is no table"),
    batched(
        "J70b",
        "a NUL far behind",
        TABLE + "," * 5000 + "\n桥东街道,推\0进会,,\n",
        "!B4: character U+0000",
        exit_=1,
    ),
    batched(
        "J71",
        "a cell of 140,000 characters",
        TABLE.replace("全区", "长" * 40_000),
        "the cell has more than 32767",
        exit_=1,
        drafted=False,
    ),
    table(
        "J71b",
        "a longer one",
        TABLE.replace("全区", "长" * 140_000),
        "streets.csv:2:1",
        "a cell of more than 131072",
    ),
    table(
        "J71c",
        "a row of 20 MB",
        TABLE + "桥东街道," + "长," * 5_000_000,
        "the row has more than 1000000 characters",
    ),
    table(
        "J71d",
        "a record of 400,000 lines",
        TABLE + '桥东街道,"\n",' + '"\n",' * 400_000,
        "streets.csv:3:1",
        "the row has more than",
    ),
    table("J71e", "600 columns", TABLE + "桥东街道" + ",1" * 600 + "\n", "beyond row 200000 or column 500"),
    table("J72", "full-width commas", TABLE.replace(",", "，"), "part the columns with half-width commas"),
    Case(
        "J73",
        "GB18030, UTF-16, line ends of old Macs, semicolons and tabs, joined to one table",
        f"batch {' '.join(ENCODED)} -f 短发言-一是二是三是 -o drafts --dry-run",
        ENCODED,
        exit=0,
        says=tuple(f"{name.removesuffix('.csv')}!A1: the header is in rows 1 to 1" for name in ENCODED),
    ),
    table("J73c", "UTF-16 without its mark", TABLE.encode("utf-16-le"), "is no text in UTF-8"),
    table(
        "J73d",
        "one bad byte behind 100 kB",
        TABLE.encode() + "桥东街道,会,题,3\n".encode() * 4000 + b"\xff",
        "byte 92101 is no text",
    ),
    table("J75", "a header alone", TABLE.split("\n")[0] + "\n", "no street stands below the header"),
    table("J75b", "blank rows alone", "\n,,,\n , ,\n", "streets.csv"),
    table("J75c", "an empty file", "", "the file is empty"),
    batched(
        "J76",
        "cells that look like formulas",
        TABLE.replace("全区", "=1+1全区").replace(",河道清漂", ",@清漂"),
        "1 drafts written",
    ),
    table("J76c", "a file of 1 MB of commas", TABLE + "," * 900_000, "rows of streets: 1", exit_=0),
    table(
        "J76d",
        "headers of 30,000 characters that matching could stumble over",
        TABLE.replace("会议", "市" * 30_000).replace("主题", "（" * 15_000 + "）" * 15_000),
        "rows of streets: 1",
        exit_=0,
    ),
    table(
        "J76e",
        "districts of 200 characters that matching could stumble over",
        "市,街道,题\n" + "".join(f"{'市' * 200}{n},城关镇,清漂\n" for n in range(30)),
        "30 streets would get one file",
    ),
    Case(
        "J76f",
        "a map of columns that names itself",
        f"{SEEN} --map map.json",
        {"streets.csv": TABLE, "map.json": "[" * 50_000},
        says=("map.json:1:",),
    ),
    Case(
        "J76g",
        "an office's table for a map of columns",
        f"{SEEN} --map map.yaml",
        {"streets.csv": TABLE, "map.yaml": TABLE},
        says=("map.yaml:",),
    ),
)

CASES = (*JSON, *CSV)

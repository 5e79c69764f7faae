"""Names of files, given and made.

A street's name becomes a file's; and whatever is handed in has a name that somebody gave it.
"""

import os
from collections.abc import Callable
from pathlib import Path

from case import Case

TABLE = "街道,会议,主题\n"
LISTS = ("drafts/manifest.csv", "drafts/补料清单.xlsx", "drafts/雷同报告.html")
BATCH = 'batch streets.csv -f 短发言-一是二是三是 -o drafts --name "{{ 会议 }}"'
SPEECH = "守好一座山 护住一方水\n同志们：\n山上草干了。\n一、把路口守住\n人要到位。\n谢谢大家！\n"


def streets(*names: str) -> dict[str, bytes]:
    """Return a table whose drafts shall have these names."""
    rows = (f'第{number}街道,"{name}",清漂\n' for number, name in enumerate(names, 1))
    return {"streets.csv": (TABLE + "".join(rows)).encode("utf-8", "surrogatepass")}


def safe(number: str, what: str, names: dict[str, str], *says: str) -> Case:
    """Return a case of names for drafts, each with the one that its file gets."""
    writes = (*(f"drafts/{one}.docx" for one in names.values()), *LISTS)
    return Case(number, what, BATCH, streets(*names), exit=0, says=says, writes=writes)


def twins(number: str, what: str, *names: str) -> Case:
    """Return a case of names that some system takes for one."""
    says = ("streets.csv:streets!A2: ", f"{len(names)} streets would get one file")
    return Case(number, what, BATCH, streets(*names), says=says)


def called(name: str | bytes, content: str = "[") -> Callable[[Path], object]:
    """Return what puts a file of a hostile name into a folder of its own."""

    def files(folder: Path) -> None:
        (folder / "in").mkdir()
        Path(os.fsdecode(os.fsencode(folder / "in") + b"/" + os.fsencode(name))).write_text(content, "utf-8")

    return files


MADE = (
    safe(
        "N121",
        "ways out of the folder",
        {
            "../x发言": "x发言",
            "/abs发言": "abs发言",
            "a/b发言": "ab发言",
            "c\\d发言": "cd发言",
            "C:y发言": "Cy发言",
        },
        "since no system takes",
    ),
    safe("N121b", "dots alone", {"..": "draft"}, "since no system takes"),
    safe(
        "N122",
        "devices of Windows",
        {"CON": "_CON", "nul.txt": "_nul.txt", "COM¹": "_COM¹", "Lpt9 .发言": "_Lpt9 .发言"},
    ),
    safe(
        "N123",
        "characters that Windows refuses, and controls",
        {"甲:*?<>|发言": "甲发言", "乙\n发言": "乙发言"},
    ),
    safe(
        "N124",
        "ends and beginnings that mean something",
        {
            "甲发言. ": "甲发言",
            "-rf发言": "-rf发言",
            "~$乙发言": "~$乙发言",
            "=丙发言": "=丙发言",
            ".丁发言": "丁发言",
        },
    ),
    safe("N125", "a name of 250 characters, and 63 emoji", {"长" * 250: "长" * 60, "😀" * 63: "😀" * 45}),
    twins(
        "N126",
        "names that differ in case, width, composition, marks that nobody sees",
        "A街发言",
        "a街发言",
        "Ａ街发言",
        "a\u200b街发言",
        "a街发言 ",
    ),
    twins("N126b", "one name composed and decomposed", "é街发言", "e\u0301街发言"),
    twins("N126c", "three of one name", *["发言"] * 3),
    safe(
        "N127",
        "marks that turn the direction, and rare characters",
        {"甲\u202e发言": "甲发言", "㐂𬭁街": "㐂𬭁街"},
    ),
)

GIVEN = (
    Case(
        "N127c",
        "a speech of such a name",
        "outline in",
        called("a\n\x1b]0;x\x07b\u202e.txt", SPEECH),
        exit=0,
        shows=("a\\n\\x1b]0;x\\x07b\\u202e.txt",),
        hides=("\x1b", "\x07", "\u202e"),
    ),
    Case(
        "N127d",
        "a broken file of such a name",
        "outline in",
        called("a\n\x1b]0;x\x07b\u202e.docx", "PK"),
        says=("a\\n\\x1b]0;x\\x07b\\u202e.docx:1:1",),
        hides=("\x1b", "\x07", "\u202e"),
        names=False,
    ),
    Case(
        "N127e",
        "a speech whose name is no UTF-8",
        "outline in",
        called(b"\xff\xfe.txt", SPEECH),
        exit=0,
        shows=("把路口守住",),
    ),
    Case(
        "N127f",
        "the same, its outline as a file",
        "outline --format json in -o out",
        called(b"\xff\xfe.txt", SPEECH),
        exit=0,
        writes=("out/\udcff\udcfe.json",),
    ),
    Case(
        "N127g",
        "the same, mined",
        "mine in -o mined --kinds couplet --jobs 1",
        called(b"\xff\xfe.txt", SPEECH),
        exit=0,
        writes=("mined/mined.txt", "mined/frame.schema.json"),
    ),
    Case(
        "N127h",
        "the same, reviewed",
        "review in",
        called(b"\xff\xfe.txt", SPEECH.replace("。", "。。", 1)),
        exit=1,
        shows=("\\udcff\\udcfe.txt:",),
    ),
    Case(
        "N127i",
        "the same, with a corrected copy",
        "review --fix in",
        called(b"\xff\xfe.txt", SPEECH.replace("。", "。。", 1)),
        exit=0,
        writes=("in/\udcff\udcfe (mended).txt",),
    ),
)

CASES = (*MADE, *GIVEN)

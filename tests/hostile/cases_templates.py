"""Templates of a frame: what would run something.

Whoever sends a frame sends text with slots; nothing in it may run, read a file, or take the machine's time.
Each attack is shown by itself, and all of them at once stand before every command that takes frames.
"""

from attacks import ATTACKS
from case import Case
from frame_files import FACTS, formula, library, skeleton

NAMES = ", ".join(f"formula/{one.number}" for one in ATTACKS)
ALL = library(
    {f"frames/formula/{one.number}.yaml": formula(one.template, one.number) for one in ATTACKS}
    | {"frames/skeleton/试.yaml": skeleton(NAMES), "facts.yaml": FACTS, "notes.txt": "我们召开了院落议事会。\n"}
    | {"streets.csv": "单位,骨架,会议,主题\n白石街道,试,全区社区工作推进会,社区工作\n"}
)
COMMANDS = (
    ("compose", "compose facts.yaml -o draft.docx --frames frames"),
    ("form", "form 试 -o form.yaml --frames frames"),
    ("form of many streets", "form 试 -o form.xlsx --frames frames"),
    ("preview", "frames preview skeleton/试 --frames frames"),
    ("preview of the frame", "frames preview formula/T1 --frames frames"),
    ("fork", "frames fork formula/T1 试二 -o own --frames frames"),
    ("diff", "frames diff formula/T1 formula/试 --frames frames"),
    ("where it comes from", "frames show formula/T1 --tree --frames frames"),
    ("list", "frames list --frames frames"),
    ("place", "place notes.txt -f 试 -o placed.yaml --frames frames"),
    ("ask", "ask 试 -o asked.yaml --frames frames"),
    ("batch", "batch streets.csv -o drafts --frames frames"),
    ("mine into the folder", "mine notes.txt -o frames"),
)

CASES = (
    *(
        Case(
            one.number,
            one.what,
            f"frames show formula/{one.number} --frames frames",
            {f"frames/formula/{one.number}.yaml": formula(one.template, one.number)},
            says=(f"{one.number}.yaml:6:", one.said),
            hides=("uid=", "root:"),
            seconds=2,
            megabytes=200,
        )
        for one in ATTACKS
    ),
    Case(
        "T26",
        "all of these in one folder: checked",
        "frames check --frames frames",
        ALL,
        exit=1,
        says=tuple(f"formula/{one.number}.yaml:6:1: {one.said}" for one in ATTACKS),
        seconds=2,
        megabytes=200,
    ),
    *(
        Case(f"T26{letter}", f"the same: {what}", command, ALL, says=("formula/T",), seconds=2, megabytes=200)
        for letter, (what, command) in zip("bcdefghijklmn", COMMANDS, strict=True)
    ),
)

"""Frames and facts that would stop the machine."""

from pathlib import Path

from case import Case
from frame_files import FACTS, Files, formula, library, opening, skeleton

MANY = "[" + ", ".join(f"词{number}" for number in range(3000)) + "]"
TWO_LISTS = FACTS + f"做: {MANY}\n办法: {MANY}\n"
TWO = "{做: 做什么, 办法: 用什么办法}"
NOTHING = "{% for x in 做 %}{% for y in 办法 %}{% if x == y and x != y %}甲{% endif %}{% endfor %}{% endfor %}"
LOOKED = "{% for x in 做 %}" + "{% if x in 办法 %}{% endif %}" * 100 + "{% endfor %}"
PRINTED = "{% for x in 做 %}{% for y in 办法 %}甲乙丙丁{% endfor %}{% endfor %}"
NEARLY = "的".join(f"{{{{ 名{number} }}}}" for number in range(12)) + "末"
NAMED = "{" + ", ".join(f"名{number}: 名" for number in range(12)) + "}"
BUNDLE = f"kind: bundle\nname: 试\ncoin: 个一\nslots: {NAMED}\nmember: '{NEARLY}'\n"
ALIKE = f"figures:\n  数: {{items: ['{'的' * 300}', '{'的' * 301}'], bundle: 试}}\nopening: '{{{{ 数 }}}}'\n"
NESTED = "- count: 9999\n    heading: [parallel/试]\n    points:\n    - {count: 9999, heading: [parallel/试]}"
CHAIN = {f"frames/couplet/{n}.yaml": f"kind: couplet\nname: '{n}'\nextends: '{n + 1}'\n" for n in range(1000)}
CIRCLE = {
    f"frames/couplet/{n}.yaml": f"kind: couplet\nname: '{n}'\nextends: '{(n + 1) % 9}'\n" for n in range(9)
}
SLIPS = "".join(f"甲{number}: 乙\n" for number in range(20_000))
CHECK = "frames check --frames frames"
COMPOSE = "compose facts.yaml -o draft.docx --frames frames"


def _frame(text: str) -> dict[str, str]:
    return {"frames/formula/试.yaml": text}


def _bomb(number: str, what: str, command: str, files: Files, *says: str, writes: tuple[str, ...] = ()) -> Case:
    code = 0 if writes else 1 if command == CHECK else 2
    return Case(number, what, command, files, code, says, writes=writes, seconds=2, megabytes=200)


def _many_frames(folder: Path) -> None:
    for name, text in library({}).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text if isinstance(text, str) else "", "utf-8")
    for number in range(5000):
        (folder / f"frames/formula/多{number}.yaml").write_text(
            opening("多{{ 做 }}", name=f"多{number}"), "utf-8"
        )


CASES = (
    _bomb(
        "T12b",
        "two loops over 3,000 members that print nothing",
        COMPOSE,
        library({"facts.yaml": TWO_LISTS, **_frame(formula(NOTHING, slots=TWO))}),
        "试.yaml:1:1: the template's loops go on too long",
    ),
    _bomb(
        "T12c",
        "a loop that looks through a list",
        COMPOSE,
        library({"facts.yaml": TWO_LISTS, **_frame(formula(LOOKED, slots=TWO))}),
        "the template's loops go on too long",
    ),
    _bomb(
        "T12d",
        "two loops that print",
        COMPOSE,
        library({"facts.yaml": TWO_LISTS, **_frame(formula(PRINTED, slots=TWO))}),
        "the template",
    ),
    _bomb(
        "T24b",
        "200,000 slots in a pattern",
        CHECK,
        _frame(opening("，{{ 做 }}" * 200_000)),
        "试.yaml:1:1: the file is larger than 1000000 bytes",
    ),
    _bomb(
        "T24c",
        "50,000 slots in a pattern",
        CHECK,
        _frame(opening("，{{ 做 }}" * 50_000)),
        "试.yaml:6:5: a pattern has 4000 characters at most",
    ),
    _bomb(
        "T24d",
        "400 slots that nobody declares",
        CHECK,
        _frame(opening("，".join(f"{{{{ 甲{n} }}}}" for n in range(300)))),
        "slot “甲299” is not declared",
    ),
    _bomb(
        "T24e",
        "20,000 unknown keys",
        CHECK,
        _frame(opening("开{{ 做 }}") + SLIPS),
        "unknown key “甲0”",
        "there are more than 1000 problems",
    ),
    _bomb(
        "T24f",
        "a frame of 20 MB",
        CHECK,
        _frame("#" * 20_000_000),
        "试.yaml:1:1: the file is larger than 1000000 bytes",
    ),
    Case(
        "T24g",
        "5,000 frames",
        CHECK,
        _many_frames,
        0,
        ("frames checked, 0 problems",),
        seconds=2,
        megabytes=200,
    ),
    _bomb(
        "T39",
        "1,000 frames, each extends the next",
        CHECK,
        CHAIN,
        "0.yaml:3:10",
        "extends goes through more than 10 frames",
    ),
    _bomb(
        "T39b",
        "… shown",
        "frames show couplet/0 --frames frames",
        CHAIN,
        "10.yaml:3:10: extends goes through more than 10 frames",
    ),
    _bomb(
        "T39c",
        "frames that extend each other in a circle",
        "frames show couplet/0 --frames frames",
        CIRCLE,
        "8.yaml:3:10: extends goes in a circle",
    ),
    _bomb(
        "T39d",
        "nearly fits in 80,000,000,000 ways",
        COMPOSE,
        library({"facts.yaml": FACTS + ALIKE, "frames/bundle/试.yaml": BUNDLE}),
        writes=("draft.docx",),
    ),
    _bomb(
        "T39e",
        "9,999 sections of 9,999 points",
        "form 试 --filled --frames frames",
        library({"frames/skeleton/试.yaml": skeleton(sections=NESTED)}),
        "试.yaml:1:1: a skeleton wants 1000 sections and points at most",
    ),
    _bomb(
        "T39f",
        "… previewed",
        "frames preview skeleton/试 --frames frames",
        library({"frames/skeleton/试.yaml": skeleton(sections=NESTED)}),
        "试.yaml:1:1: a skeleton wants 1000 sections and points at most",
    ),
    _bomb(
        "T39g",
        "… as a workbook",
        "form 试 -o form.xlsx --frames frames",
        library({"frames/skeleton/试.yaml": skeleton(sections=NESTED)}),
        "试.yaml:1:1: a skeleton wants 1000 sections and points at most",
    ),
)

"""Templates and patterns of a frame.

Whoever sends a frame sends text with slots; nothing in it may run, read a file, or take the machine's time.
"""

from case import Case

FACTS = """\
skeleton: 试
unit: 白石街道
occasion: 全区社区工作推进会
theme: 社区工作
"""


def frame(template: str) -> dict[str, str]:
    """Return a frame of one template, as its author's file."""
    return {"frames/formula/试.yaml": f"kind: formula\nname: 试\nrole: opening\ntemplate: |\n  {template}\n"}


CASES = (
    Case(
        "T1",
        "a call through the globals of a built-in",
        "frames check --frames frames",
        frame("{{ cycler.__init__.__globals__.os.popen('id').read() }}"),
        exit=1,
        says=("frames/formula/试.yaml:5:1: “Call” is not allowed",),
        hides=("uid=",),
        seconds=2,
        megabytes=200,
    ),
)

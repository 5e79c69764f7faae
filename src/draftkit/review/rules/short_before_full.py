"""C06: a short name before the full one, and other slips with short names."""

import re
from collections.abc import Iterator

from draftkit.messages import N_, _
from draftkit.review.proof import Proof, Row
from draftkit.review.rule import Rule, Spot

_DECLARED = re.compile(r"（(?:以下)?(?:统一)?简称[：:为]?[“\"]?(?P<short>[^”\"（）。；\n]{2,20})[”\"]?）")
_NAME = re.compile(r"《[^《》\n]{2,60}》$|[一-龥\d“”·]{2,40}$")
FEWEST, MOST = 6, 8
"""Characters before its declaration by which a full name is known again (our own)."""
LONGEST = 64
"""Characters of a full name at most (our own)."""
_GENERAL = frozenset(("领导小组", "指挥部", "办公室", "工作组", "委员会", "工作专班"))
"""Short names that other bodies have as well."""
_SPOKEN = ("paragraph", "heading")


def check(proof: Proof) -> Iterator[Spot]:
    """Yield each slip with the names of draftkit.toml, and with those that the draft itself shortens."""
    if any(short in proof.text for short in proof.office.names.values()):
        for speech in _speeches(proof):
            for full, short in proof.office.names.items():
                yield from _too_early(proof, speech, full, short)
    declared: dict[str, str] = {}
    for found in _DECLARED.finditer(proof.text):
        yield from _of_declaration(proof, found, declared)


def _speeches(proof: Proof) -> Iterator[range]:
    """Yield from where to where each speech stands."""
    start = 0
    for number in range(len(proof.document.speeches)):
        end = max(start, proof.end_of(number))
        yield range(start, end)
        start = end


def _too_early(proof: Proof, speech: range, full: str, short: str) -> Iterator[Spot]:
    """Yield the first short name of a speech where the full one does not stand before it."""
    first = proof.text.find(full, speech.start, speech.stop)
    for found in re.finditer(re.escape(short), proof.text[speech.start : speech.stop]):
        place = speech.start + found.start()
        if 0 <= first <= place:
            return
        if proof.row_at(place).role in _SPOKEN:
            message = _("“{short}” stands here before the full name “{full}”").format(short=short, full=full)
            yield Spot(place, place + len(short), message, full)
            return


def _of_declaration(proof: Proof, found: re.Match[str], declared: dict[str, str]) -> Iterator[Spot]:
    """Yield a second short form for a name, the short one before it is declared, the full one after it."""
    row, short = proof.row_at(found.start()), found["short"]
    name = _NAME.search(proof.text, max(row.start, found.start() - LONGEST), found.start())
    full = name[0] if name and name[0].startswith("《") else name[0][-MOST:] if name else ""
    if len(full) < FEWEST:
        return
    settled = next((one for key, one in proof.office.names.items() if key.endswith(full)), short)
    if settled != short or declared.setdefault(full, short) != short:
        yield Spot(*found.span("short"), _("this name has another short form already"))
        return
    early = proof.text.find(short)
    if early < (name.start() if name else 0) and _in_speech(proof, early, row) and short not in _GENERAL:
        message = _("“{short}” is used before it is declared").format(short=short)
        yield Spot(early, early + len(short), message)
    again = proof.text.find(full, found.end())
    if again >= 0 and _in_speech(proof, again, row) and not _DECLARED.match(proof.text, again + len(full)):
        message = _("“{short}” was declared for this name").format(short=short)
        yield Spot(again, again + len(full), message)


def _in_speech(proof: Proof, place: int, row: Row) -> bool:
    """Whether a place is in the text of the speech that a row belongs to."""
    here = proof.row_at(place)
    return here.speech == row.speech and here.role in _SPOKEN


RULE = Rule(
    code="C06",
    name=N_("short name before the full one"),
    grade="实务",
    looks_for=N_(
        "a short name of draftkit.toml before its full name; （以下简称…） after the short name, or twice"
    ),
    why=N_("Who does not know the name does not know who is meant."),
    source=N_("habit of offices: the full name first, one short form, that one only"),
    hits=("印发《云岭县古树名木保护管理办法》（以下简称《办法》）。《云岭县古树名木保护管理办法》共30条。",),
    passes=("印发《云岭县古树名木保护管理办法》（以下简称《办法》）。《办法》共30条。",),
    check=check,
)

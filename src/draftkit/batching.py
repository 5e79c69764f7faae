"""Joins the verbs for many streets: a table in, a folder of drafts and its lists out."""

from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Executor
from functools import partial
from itertools import islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import NamedTuple

from draftkit.batch.manifest import Entry, State
from draftkit.batch.record import Decision
from draftkit.compare import Comparison, report
from draftkit.dossier import MANIFEST, Dossier, dossier
from draftkit.drafting import Chunk, Drafted, Order, cell_of, digest_of, drafted
from draftkit.errors import CannotWrite, Place, Problem
from draftkit.executing import in_order, room_in
from draftkit.finding import Finding
from draftkit.messages import _
from draftkit.planning import Plan, Wishes, asked_name
from draftkit.review import FILES
from draftkit.shelf import Shelf
from draftkit.store.table.street import Street, Unread
from draftkit.store.table.wanting import Want, wanting_workbook

CHUNK = 16
"""Drafts that a process makes at a time (our own): so many that what travels with them costs little."""
WANTS, LIKENESS = "补料清单", "雷同报告"


class Told(NamedTuple):
    """What became of a street: the path of its draft (None where there is none), whether it was written now,
    what was found, and what is wrong with it. Without a street: a list that goes with the drafts, or what holds
    for all of them."""

    street: str
    path: Path | None = None
    written: bool = False
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()


class _Job(NamedTuple):
    """A street under way."""

    street: Street | Unread
    file: str
    decision: Decision | None
    problems: tuple[Problem, ...] = ()


def batch(
    streets: Iterable[Street | Unread],
    plan: Plan,
    folder: Path,
    wishes: Wishes,
    executor: Executor | None = None,
) -> Generator[Told, None, None]:
    """Write a draft for each street into a folder, and the lists that go with them; yield what became of each,
    in the table's order. The executor changes no byte. Raises CannotWrite."""
    done = 0
    try:
        with dossier(folder, wishes.resumed, wishes.overwrite) as account, TemporaryFile() as file:
            lists = _Lists(len(plan.files), Shelf[Want](file))
            jobs = _jobs(streets, plan, account, wishes)
            for job, draft in _drafts(jobs, plan.terms, executor):
                lists.add(draft)
                yield _settled(job, draft, account)
                done += 1
            yield from lists.told(account)
        yield Told("", folder / MANIFEST, True)
    except CannotWrite as error:
        if not done:
            raise
        message = _("{n} streets were dealt with before that").format(n=done)
        more = Problem(None, message, _("Mend it, and call again with --resume"))
        raise CannotWrite([*error.problems, more]) from error


class _Lists:
    """What is gathered over all drafts: what they want, how alike they are, which facts none of them prints."""

    def __init__(self, count: int, wants: Shelf[Want]) -> None:
        self._wants = wants
        self._compared = Comparison(count)
        self._used: set[str] = set()
        self._idle: dict[str, Finding] = {}

    def add(self, draft: Drafted) -> None:
        self._wants.put(draft.wants)
        self._used |= draft.used
        for finding in draft.idle:
            self._idle.setdefault(finding.fact, finding)
        if draft.sketch:
            self._compared.add(draft.sketch)

    def told(self, account: Dossier) -> Iterator[Told]:
        """Write the lists, and tell where they are and which facts nobody prints."""
        unused = tuple(one for key, one in sorted(self._idle.items()) if key not in self._used)
        if unused:
            yield Told("", findings=unused)
        if self._wants:
            yield Told("", account.put_list(WANTS, ".xlsx", wanting_workbook(self._wants)), True)
        yield Told("", account.put_list(LIKENESS, ".html", report(self._compared.told()).encode()), True)


def _jobs(streets: Iterable[Street | Unread], plan: Plan, account: Dossier, wishes: Wishes) -> Iterator[_Job]:
    for street, file in zip(streets, plan.files, strict=True):
        if file:
            decision = account.decide(file, partial(_digest, street, plan.digest))
            problems = () if decision else (_anothers(account.folder / file),)
            yield _Job(street, file, decision, problems)
        else:
            _name, missing = asked_name(street.head(), {}, wishes)
            yield _Job(street, "", Decision("write"), tuple(missing))


def _digest(street: Street | Unread, terms_digest: str) -> str:
    return digest_of(street.read(), terms_digest)


def _anothers(path: Path) -> Problem:
    message = _("another file of this name is there, which is not of this batch")
    return Problem(Place(str(path)), message, _("Move it away, or add --overwrite"))


def _drafts(jobs: Iterator[_Job], packed: bytes, executor: Executor | None) -> Iterator[tuple[_Job, Drafted]]:
    under_way: deque[list[_Job]] = deque()

    def chunks() -> Iterator[Chunk]:
        while group := list(islice(jobs, CHUNK)):
            under_way.append(group)
            yield Chunk(packed, [Order(job.street, _is_written(job), job.problems) for job in group])

    for drafts in in_order(executor, drafted, chunks(), ahead=2 * room_in(executor)):
        yield from zip(under_way.popleft(), drafts, strict=True)


def _is_written(job: _Job) -> bool:
    return job.decision is not None and job.decision.fate == "write"


def _settled(job: _Job, draft: Drafted, account: Dossier) -> Told:
    """Enter what became of a draft, write it where it is to be written, and tell of it."""
    street, (fate, before) = job.street, job.decision or Decision("write")
    path = account.folder / job.file
    if draft.problems:
        cells = dict.fromkeys(cell_of(one.place) or str(one.place) for one in draft.problems if one.place)
        # A draft of former facts stays known, so that it can be written over when these are mended.
        entry = before or Entry(street.row, street.name, "未写", facts=draft.facts)
        found = "、".join(cells)
        account.enter(entry._replace(row=street.row, street=street.name, state="未写", findings=found))
        return Told(street.name, problems=draft.problems)
    if before and fate != "write":
        state: State = "手改" if fate == "edited" else "已写"
        reviewed = [told for told in before.findings.split() if told.partition("×")[0] in FILES]
        codes = _codes(draft.findings, reviewed)
        account.enter(before._replace(row=street.row, street=street.name, state=state, findings=codes))
        return Told(street.name, path, findings=draft.findings)
    missing = "、".join(dict.fromkeys(want.what for want in draft.wants))
    codes = _codes(draft.findings)
    entry = Entry(
        street.row, street.name, "已写", job.file, draft.length, missing, codes, draft.digest, draft.facts
    )
    account.put(entry, draft.content)
    return Told(street.name, path, True, draft.findings)


def _codes(findings: Iterable[Finding], before: Iterable[str] = ()) -> str:
    """Return the codes of what was found, each with its count."""
    counts = Counter(finding.code for finding in findings)
    return " ".join(sorted([*before, *(f"{code}×{count}" for code, count in counts.items())]))

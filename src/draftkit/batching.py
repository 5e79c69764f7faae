"""Joins the verbs for many streets: a table in, a folder of drafts and its lists out."""

from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from hashlib import sha256
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from draftkit.batch.manifest import Entry, State
from draftkit.batch.names import filled, numbered, twins
from draftkit.batch.record import Decision
from draftkit.compare import Comparison, Known, Strangers, markdown
from draftkit.compose import Missing
from draftkit.dossier import MANIFEST, Dossier, dossier
from draftkit.drafting import Chunk, Drafted, Order, Terms, drafted, known_to_all
from draftkit.errors import CannotWrite, DraftkitError, Place, Problem, WrongTable
from draftkit.executing import in_order, room_in
from draftkit.files import LARGEST, read_bytes, safe_name
from draftkit.finding import Finding
from draftkit.frame import Frame, Skeleton
from draftkit.library import Library
from draftkit.messages import _
from draftkit.office import Office
from draftkit.pattern import Pattern
from draftkit.review import FILES
from draftkit.store.keys import FACTS, spellings
from draftkit.store.nodes import Mapping, Node, Scalar
from draftkit.store.table.street import Street
from draftkit.store.table.wanting import Want, wanting_workbook

CHUNK = 16
"""Drafts that a process makes at a time (our own): so many that what travels with them costs little."""
LONGEST_NAME = 180
"""Bytes of a draft's name without its ending (ours): systems take 255, and copies get longer names."""
SUFFIX = ".docx"
WANTS, LIKENESS = "补料清单", "雷同报告"

_KEYS = spellings(FACTS)


class Wishes(NamedTuple):
    """How a batch is to be named and written: by a pattern of its streets' words, twins numbered; gone on with,
    or written over what is there."""

    name: Pattern | None = None
    numbered: bool = False
    resumed: bool = False
    overwrite: bool = False


class Told(NamedTuple):
    """What became of a street: the path of its draft (None where there is none), whether it was written now,
    what was found, and what is wrong with it. A list that goes with the drafts is told without a street."""

    street: str
    path: Path | None = None
    written: bool = False
    findings: tuple[Finding, ...] = ()
    problems: tuple[Problem, ...] = ()


class Plan(NamedTuple):
    """The name of each street's file in the table's order, "" where something is wrong with its words, what could
    not be kept of them, and what is known of all streets."""

    files: Sequence[str]
    notes: tuple[str, ...]
    strangers: Strangers


class _Job(NamedTuple):
    """A street under way."""

    street: Street
    file: str
    facts: str
    decision: Decision | None


def terms_of(
    library: Library,
    missing: Missing = "mark",
    draw: int | None = None,
    reviewed: bool = True,
    office: Office = Office(),
    template: Path | None = None,
) -> tuple[Terms, str, list[Problem]]:
    """Return the terms of a batch, a digest of all that they hold, and what is wrong with frames that are left
    out of them. Raises CannotRead for a template that is not there."""
    frames: dict[str, Frame] = {}
    problems: list[Problem] = []
    for frame_id in library:
        try:
            frames[frame_id] = library[frame_id]
        except DraftkitError as error:
            problems += error.problems
    raw = read_bytes(template, LARGEST) if template else b""
    settings = (version("draftkit"), library.digest(), missing, draw, reviewed, office)
    digest = sha256(repr(settings).encode())
    digest.update(raw)
    return Terms(frames, missing, draw, reviewed, office, raw), digest.hexdigest(), problems


def plan_of(streets: Iterable[Street], terms: Terms, wishes: Wishes, shared: str = "") -> Plan:
    """Work out the names of all files; raises WrongTable where two would be one. `shared` are the words that all
    streets have in common, which are nobody's own."""
    files: list[str] = []
    places: list[Place] = []
    notes: list[str] = []

    def named() -> Iterator[Known]:
        for street in streets:
            asked, _problems = _asked_name(street, terms, wishes)
            name = safe_name(asked, LONGEST_NAME) if asked else ""
            if asked and name != asked:
                message = _("{place}: the file is called “{name}”, since no system takes “{asked}”")
                notes.append(message.format(place=street.node.place, name=name, asked=asked))
            files.append(name)
            places.append(street.node.place)
            yield known_to_all(street)

    strangers = Strangers(named(), shared)
    there = [name for name in files if name]
    if wishes.numbered:
        told = iter(numbered(there))
        files = [next(told) if name else "" for name in files]
    elif problems := twins((name, place) for name, place in zip(files, places, strict=True) if name):
        raise WrongTable(problems)
    return Plan([f"{name}{SUFFIX}" if name else "" for name in files], tuple(notes), strangers)


def batch(
    streets: Iterable[Street],
    plan: Plan,
    folder: Path,
    terms: Terms,
    terms_digest: str,
    wishes: Wishes,
    executor: Executor | None = None,
) -> Generator[Told, None, None]:
    """Write a draft for each street into a folder, and the lists that go with them; yield what became of each,
    in the table's order. The executor changes no byte.

    `terms_digest` tells terms apart in a way that does not depend on the process. Raises CannotWrite.
    """
    done = 0
    wants: list[Want] = []
    compared = Comparison(len(plan.files))
    packed = terms._replace(strangers=plan.strangers).packed()
    try:
        with dossier(folder, wishes.resumed, wishes.overwrite) as account:
            jobs = _jobs(streets, plan, account, terms_digest, wishes)
            for job, draft in _drafts(jobs, packed, executor):
                wants += draft.wants
                if draft.sketch:
                    compared.add(draft.sketch)
                yield _settled(job, draft, account)
                done += 1
            if wants:
                yield Told("", account.put_list(WANTS, ".xlsx", wanting_workbook(wants)), True)
            yield Told("", account.put_list(LIKENESS, ".md", markdown(compared.told()).encode()), True)
        yield Told("", folder / MANIFEST, True)
    except CannotWrite as error:
        if not done:
            raise
        message = _("{n} streets were dealt with before that").format(n=done)
        more = Problem(None, message, _("Mend it, and call again with --resume"))
        raise CannotWrite([*error.problems, more]) from error


def _jobs(
    streets: Iterable[Street], plan: Plan, account: Dossier, terms_digest: str, wishes: Wishes
) -> Iterator[_Job]:
    for street, file in zip(streets, plan.files, strict=True):
        facts = sha256(f"{terms_digest}{_texts(street.node)!r}".encode()).hexdigest()
        if file:
            decision = account.decide(file, facts)
            yield _Job(_told_apart(street, decision, account.folder / file), file, facts, decision)
        else:
            _name, problems = _asked_name(street, None, wishes)
            yield _Job(street._replace(problems=(*street.problems, *problems)), "", facts, Decision("write"))


def _told_apart(street: Street, decision: Decision | None, path: Path) -> Street:
    if decision:
        return street
    message = _("another file of this name is there, which is not of this batch")
    problem = Problem(Place(str(path)), message, _("Move it away, or add --overwrite"))
    return street._replace(problems=(*street.problems, problem))


def _drafts(jobs: Iterator[_Job], packed: bytes, executor: Executor | None) -> Iterator[tuple[_Job, Drafted]]:
    under_way: deque[list[_Job]] = deque()

    def chunks() -> Iterator[Chunk]:
        while group := list(islice(jobs, CHUNK)):
            under_way.append(group)
            yield Chunk(packed, [Order(job.street, _is_written(job)) for job in group])

    for drafts in in_order(executor, drafted, chunks(), ahead=2 * room_in(executor)):
        yield from zip(under_way.popleft(), drafts, strict=True)


def _is_written(job: _Job) -> bool:
    return job.decision is not None and job.decision.fate == "write"


def _settled(job: _Job, draft: Drafted, account: Dossier) -> Told:
    """Enter what became of a draft, write it where it is to be written, and tell of it."""
    street, (fate, before) = job.street, job.decision or Decision("write")
    path = account.folder / job.file
    if draft.problems:
        account.enter(Entry(street.row, street.name, "未写", facts=job.facts))
        return Told(street.name, problems=draft.problems)
    if before:
        state: State = "手改" if fate == "edited" else "已写"
        reviewed = [told for told in before.findings.split() if told.partition("×")[0] in FILES]
        codes = _codes(draft.findings, reviewed)
        account.enter(before._replace(row=street.row, street=street.name, state=state, findings=codes))
        return Told(street.name, path, findings=draft.findings)
    missing = "、".join(dict.fromkeys(want.what for want in draft.wants))
    codes = _codes(draft.findings)
    entry = Entry(
        street.row, street.name, "已写", job.file, draft.length, missing, codes, draft.digest, job.facts
    )
    account.put(entry, draft.content)
    return Told(street.name, path, True, draft.findings)


def _codes(findings: Iterable[Finding], before: Iterable[str] = ()) -> str:
    """Return the codes of what was found, each with its count; what is missing is told beside it."""
    counts = Counter(finding.code for finding in findings if finding.code != "missing")
    return " ".join(sorted([*before, *(f"{code}×{count}" for code, count in counts.items())]))


def _asked_name(street: Street, terms: Terms | None, wishes: Wishes) -> tuple[str, list[Problem]]:
    """Return the name that a street's file is to have, "" with the problems where it lacks words for it."""
    words = {
        FACTS.get(_KEYS.get(key.text, ""), key.text): value.text
        for key, value in street.node.entries
        if isinstance(value, Scalar)
    }
    pattern = wishes.name or Pattern.parse("{{ 单位 }}")
    asked, problems = filled(pattern, words, street.node.place)
    if problems:
        return "", problems
    if wishes.name is None and terms:
        asked += _genre(terms, words.get("骨架", ""))
    return asked, []


def _genre(terms: Terms, skeleton: str) -> str:
    frame = terms.frames.get(f"skeleton/{skeleton.removeprefix('skeleton/')}")
    return frame.genre[0] if isinstance(frame, Skeleton) and frame.genre else "发言"


def _texts(node: Node) -> object:
    """Return the words of a node without their places."""
    match node:
        case Scalar(text):
            return text
        case Mapping(entries):
            return {key.text: _texts(value) for key, value in entries}
        case _:
            return [_texts(item) for item in node.items]

"""What draftkit batch does, and what it shows of the tables, the streets and the 汇编."""

from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from contextlib import closing
from pathlib import Path
from typing import Literal, NamedTuple

import click

from draftkit import batching, binding, drafting, executing, offices, pipeline, planning, tabling
from draftkit.cli.ending import status_of
from draftkit.cli.screen import label, show_count, show_error, show_findings, show_progress
from draftkit.compare import CODES
from draftkit.drafting import Terms
from draftkit.errors import DraftkitError
from draftkit.files import refuse_input, save, save_beside
from draftkit.library import Library
from draftkit.messages import _
from draftkit.office import Layout
from draftkit.pattern import Pattern
from draftkit.review import FILES
from draftkit.write.compilation import Cover

STREET = 1500
"""Bytes that a street takes in a workbook, about (own)."""
COMPILATION = "交流发言材料汇编"
"""What a 汇编 is called behind the name of the meeting."""


class Call(NamedTuple):
    """The options of a call, by their names."""

    tables: tuple[Path, ...]
    skeleton: str | None
    output: Path
    name: Pattern | None
    number: bool
    mapping: Path | None
    write_map: Path | None
    dry_run: bool
    resume: bool
    jobs: int | None
    executor: str | None
    compilation: Path | None
    frames: Path | None
    office: Path | None
    template: Path | None
    missing: Literal["mark", "fail", "drop"]
    vary: bool
    draw: int
    no_review: bool
    overwrite: bool


def carry_out(call: Call) -> bool:
    """Write the drafts of a call; return whether each street has one without another's facts."""
    jobs = 1 if call.dry_run else call.jobs or executing.jobs_for(_guessed(call.tables))
    with executing.executor_of(call.executor, jobs) as pool:
        executing.wake(pool, drafting.ready)
        return _carried_out(call, pool)


def _carried_out(call: Call, pool: Executor | None) -> bool:
    library = Library(pipeline.frame_folders(call.frames), trusted=pipeline.shipped_frames())
    office = offices.office_of(call.office, FILES)
    template = call.template or (Path(office.layout.template) if office.layout.template else None)
    drawn = call.draw if call.vary or call.draw else None
    terms, broken = planning.terms_of(library, call.missing, drawn, not call.no_review, office, template)
    show_error(DraftkitError(broken))
    wishes = planning.Wishes(call.name, call.number, call.resume, call.overwrite)
    with tabling.open_streets(call.tables, library, call.skeleton, call.mapping) as streets:
        plan = _planned(call, streets, terms, wishes, pool)
        if call.dry_run:
            click.echo("\n".join(plan.files))
            return True
        count = len(plan.files)
        with closing(batching.batch(streets, plan, call.output, wishes, pool)) as told:
            drafts, fine = _show_streets(show_count(told, count), count)
    if call.compilation and drafts:
        _compile(drafts, call.compilation, plan, office.layout, template, call.overwrite)
    return fine


def _guessed(tables: Iterable[Path]) -> int:
    """Return about how many streets there are, so that processes can be started before the tables are read."""
    return sum(path.stat().st_size for path in tables if path.is_file()) // STREET


def _planned(
    call: Call, streets: tabling.Streets, terms: Terms, wishes: planning.Wishes, pool: Executor | None
) -> planning.Plan:
    """Show how the tables were understood, and work out the names of the drafts."""
    for note in streets.notes:
        click.echo(note, err=True)
    if call.write_map:
        refuse_input(call.write_map, call.tables)
        click.echo(str(save(call.write_map, streets.map.encode(), call.overwrite)))
    plan = planning.plan_of(streets, terms, wishes, streets.shared, pool)
    for note in plan.notes:
        click.echo(note, err=True)
    return plan


def _show_streets(told: Iterable[batching.Told], count: int) -> tuple[list[Path], bool]:
    """Show what became of the streets; return their drafts, and whether each has one without another's facts.

    Exits with the status of the signal when it is broken off.
    """
    done: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    drafts: list[Path] = []
    try:
        for one in told:
            show_error(DraftkitError(one.problems))
            codes.update(finding.code for finding in one.findings)
            if one.street or one.problems:  # a row may lack even its name
                drafts += [one.path] if one.path else []
                done[_fate(one)] += 1
                done["strange"] += _shown_strangers(one)
            elif one.path:
                click.echo(str(one.path))
            else:
                show_findings(one.findings)
    except KeyboardInterrupt as error:
        message = _("broken off: {n} of {count} streets are dealt with; go on with --resume")
        click.echo(message.format(n=done.total() - done["strange"], count=count), err=True)
        raise click.exceptions.Exit(status_of(error) or 130) from None
    for code, number in codes.most_common():
        click.echo(f"{number:5} {label(code)}", err=True)
    message = _("{count} streets: {written} drafts written, {kept} left as they are, {wrong} without one")
    numbers = {name: done[name] for name in ("written", "kept", "wrong")}
    click.echo(message.format(count=count, **numbers), err=True)
    return drafts, not done["wrong"] and not done["strange"]


def _compile(
    drafts: Sequence[Path],
    output: Path,
    plan: planning.Plan,
    layout: Layout,
    template: Path | None,
    overwrite: bool,
) -> None:
    """Bind the drafts as they are now, beside another 汇编 that is there, and review them side by side."""
    files = binding.draft_files(drafts, output, template)
    read = binding.read_drafts(show_progress(files))
    bound = binding.bind(read, Cover(plan.occasion + COMPILATION, "", plan.month), layout, template)
    if overwrite:
        path = save(output, bound.content, overwrite)
    else:
        path = save_beside(output.parent, output.stem, output.suffix, bound.content)
    click.echo(str(path))
    for note in bound.notes:
        click.echo(note, err=True)
    show_findings(binding.review_together(read))


def _fate(told: batching.Told) -> str:
    return "wrong" if told.problems else "written" if told.written else "kept"


def _shown_strangers(told: batching.Told) -> bool:
    """Show what of other streets stands in a draft; return whether there is any."""
    strange = [finding for finding in told.findings if finding.code in CODES]
    show_findings(strange)
    return bool(strange)

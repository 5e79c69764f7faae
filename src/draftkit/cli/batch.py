"""draftkit batch."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from draftkit.cli.options import EXECUTOR, FILE, FRAMES, OFFICE, OVERWRITE
from draftkit.messages import _

if TYPE_CHECKING:
    from draftkit.batching import Told
    from draftkit.drafting import Terms
    from draftkit.pattern import Pattern
    from draftkit.planning import Plan, Wishes
    from draftkit.tabling import Streets


def _pattern(_context: click.Context, _option: click.Parameter, words: str | None) -> "Pattern | None":
    from draftkit.pattern import BadPattern, Pattern

    try:
        return Pattern.parse(words) if words else None
    except BadPattern as error:
        raise click.BadParameter(f"{error.message}  {error.advice}") from error


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Write a speech for each street of a table, and the lists that go with them: what became of each"
        " (manifest.csv), what is still to be supplied and by whom. Several tables are joined by the streets'"
        " names.\n\n\b\nExamples:\n"
        "  draftkit batch examples/streets.xlsx -o outputs/streets\n"
        "  draftkit batch streets.xlsx figures.csv -f 短发言-一是二是三是 -o drafts --resume\n"
        '  draftkit batch streets.xlsx -o drafts --name "{{ 单位 }}在{{ 会议 }}上的发言"'
    ),
)
@click.argument("tables", type=FILE, nargs=-1, required=True, metavar=_("TABLE..."))
@click.option("-f", "--frame", "skeleton", help=_("The skeleton; else each table names it, as a form does."))
@click.option("-o", "--output", type=FILE, required=True, help=_("The folder of the drafts."))
@click.option("--name", callback=_pattern, help=_("The names of the drafts, of words of the table."))
@click.option("--number", is_flag=True, help=_("Number drafts whose names would be one, instead of stopping."))
@click.option("--map", "mapping", type=FILE, help=_("A .yaml that says what the columns hold."))
@click.option("--write-map", type=FILE, help=_("Write to this .yaml what the columns were taken for."))
@click.option("--dry-run", is_flag=True, help=_("Show what the columns were taken for, and write nothing."))
@click.option("--resume", is_flag=True, help=_("Write only what is not there, or has other facts now."))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help=_("Processes that write at the same time.  [default: one for few streets, else one a processor]"),
)
@EXECUTOR
@FRAMES
@OFFICE
@click.option("--template", type=FILE, help=_("The office's own .docx, as for compose."))
@click.option(
    "--missing",
    type=click.Choice(["mark", "fail", "drop"]),
    default="mark",
    show_default=True,
    help=_("What a missing fact becomes: a visible mark, no draft, or what can be spared goes."),
)
@click.option(
    "--vary", is_flag=True, help=_("Give each street other frames, by its name, so that no two read alike.")
)
@click.option(
    "--draw", type=click.IntRange(min=0), default=0, help=_("With another number the frames are drawn anew.")
)
@click.option("--no-review", is_flag=True, help=_("Do not review the drafts, which is faster."))
@OVERWRITE
def batch(
    tables: tuple[Path, ...],
    skeleton: str | None,
    output: Path,
    name: "Pattern | None",
    number: bool,
    mapping: Path | None,
    write_map: Path | None,
    dry_run: bool,
    resume: bool,
    jobs: int | None,
    executor: str | None,
    frames: Path | None,
    office: Path | None,
    template: Path | None,
    missing: Literal["mark", "fail", "drop"],
    vary: bool,
    draw: int,
    no_review: bool,
    overwrite: bool,
) -> None:
    from draftkit import batching, executing, offices, pipeline, planning, tabling
    from draftkit.cli.screen import show_count, show_error
    from draftkit.errors import DraftkitError
    from draftkit.library import Library
    from draftkit.review import FILES

    library = Library(pipeline.frame_folders(frames), trusted=pipeline.shipped_frames())
    wishes = planning.Wishes(name, number, resume, overwrite)
    settled = offices.office_of(office, FILES)
    drawn = draw if vary or draw else None
    terms, digest, broken = planning.terms_of(library, missing, drawn, not no_review, settled, template)
    show_error(DraftkitError(broken))
    with tabling.open_streets(tables, library, skeleton, mapping) as streets:
        plan = _planned(streets, terms, wishes, write_map, overwrite)
        if dry_run:
            for file in plan.files:
                click.echo(file)
            return
        count = len(plan.files)
        with executing.executor_of(executor, jobs or executing.jobs_for(count)) as pool:
            told = batching.batch(streets, plan, output, terms, digest, wishes, pool)
            _show(show_count(told, count), count)


def _planned(
    streets: "Streets", terms: "Terms", wishes: "Wishes", write_map: Path | None, overwrite: bool
) -> "Plan":
    """Show how the tables were understood, and work out the names of the drafts."""
    from draftkit import planning
    from draftkit.files import save

    for note in streets.notes:
        click.echo(note, err=True)
    if write_map:
        click.echo(str(save(write_map, streets.map.encode(), overwrite)))
    plan = planning.plan_of(streets, terms, wishes, streets.shared)
    for note in plan.notes:
        click.echo(note, err=True)
    return plan


def _show(told: "Iterable[Told]", count: int) -> None:
    """Show what became of the streets; exits with 1 where one has no draft, or another's facts."""
    from draftkit.cli.screen import label, show_error, show_findings
    from draftkit.compare import CODES
    from draftkit.errors import DraftkitError

    done: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    try:
        for one in told:
            if one.path and not one.street:
                click.echo(str(one.path))
                continue
            strange = [finding for finding in one.findings if finding.code in CODES]
            show_error(DraftkitError(one.problems))
            show_findings(strange if one.street else one.findings)
            codes.update(finding.code for finding in one.findings)
            if one.street:
                done["wrong" if one.problems else "written" if one.written else "kept"] += 1
                done["strange"] += bool(strange)
    except KeyboardInterrupt:
        message = _("broken off: {n} of {count} streets are dealt with; go on with --resume")
        click.echo(message.format(n=done.total() - done["strange"], count=count), err=True)
        raise click.exceptions.Exit(130) from None
    for code, number in codes.most_common():
        click.echo(f"{number:5} {label(code)}", err=True)
    message = _("{count} streets: {written} drafts written, {kept} left as they are, {wrong} without one")
    numbers = {name: done[name] for name in ("written", "kept", "wrong")}
    click.echo(message.format(count=count, **numbers), err=True)
    if done["wrong"] or done["strange"]:
        raise click.exceptions.Exit(1)

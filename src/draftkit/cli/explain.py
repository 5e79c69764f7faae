"""draftkit explain."""

import click

from draftkit.messages import _, translated


@click.command(
    options_metavar=_("[OPTIONS]"),
    help=_(
        "Explain a rule of review: what it looks for, why, where it is written; all without a code.\n\n\b\n"
        "Example:\n  draftkit explain P07"
    ),
)
@click.argument("code", metavar=_("CODE"), required=False)
def explain(code: str | None) -> None:
    from draftkit.errors import DraftkitError
    from draftkit.review import FILES, rule
    from draftkit.reviewing import SIDE_BY_SIDE, unknown_rule

    if code is None:
        for known in FILES:
            law = rule(known)
            click.echo(f"{law.code}\t{law.grade}\t{translated(law.name)}")
        for several, (name, _looks_for) in SIDE_BY_SIDE.items():
            click.echo(f"{several}\t—\t{translated(name)}")
        return
    if code.upper() in SIDE_BY_SIDE:
        name, looks_for = map(translated, SIDE_BY_SIDE[code.upper()])
        click.echo(f"{code.upper()} {name}\n")
        click.echo(_("Looks for: {words}").format(words=looks_for))
        click.echo(_("Why: {words}").format(words=_("it is seen only where several speeches are side by side")))
        return
    if code.upper() not in FILES:
        raise DraftkitError([unknown_rule(code)])
    law = rule(code.upper())
    click.echo(f"{law.code} {translated(law.name)}（{law.grade}）\n")
    click.echo(_("Looks for: {words}").format(words=translated(law.looks_for)))
    click.echo(_("Why: {words}").format(words=translated(law.why)))
    click.echo(_("Source: {words}").format(words=translated(law.source)))
    click.echo(_("Fix: {words}").format(words=_("safe, by --fix") if law.safe else _("by hand")))
    click.echo(_("Found in:") + "".join(f"\n  {words}" for words in law.hits))
    click.echo(_("Not found in:") + "".join(f"\n  {words}" for words in law.passes))

"""What the user should know of an office's template: what was found in it, what is not in the draft."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from draftkit.messages import _
from draftkit.ooxml.package import Package
from draftkit.write.stationery.match import ROLES, Matched
from draftkit.write.stationery.page import Section
from draftkit.write.stationery.parts import Parts

_PICTURES = frozenset(("w:drawing", "w:pict", "w:object"))


def notes_on_styles(matched: Matched) -> Iterator[str]:
    """Yield which styles are the template's own, and which are not."""
    found = [f"{role}（{matched.found[style]}）" for style, role in ROLES.items() if style in matched.found]
    if found:
        yield _("styles taken over: {styles}").format(styles="、".join(found))
    lacking = [role for style, role in ROLES.items() if style not in matched.found]
    if lacking:
        yield _("styles that it does not have, laid out as the standard wants: {styles}").format(
            styles="、".join(lacking)
        )
    numbered = [role for style, role in ROLES.items() if style in matched.unnumbered]
    if numbered:
        yield _("its automatic numbers are switched off, since a draft has its own: {styles}").format(
            styles="、".join(numbered)
        )
    if "Normal" in matched.found and not matched.body_indented:
        yield _(
            "its style “{style}” has no indent of the first line: what was set by hand, and not in styles, is"
            " not taken over"
        ).format(style=matched.found["Normal"])


def notes_on_page(section: Section) -> Iterator[str]:
    """Yield what is to be known of the page."""
    if not section.sized:
        yield _("it does not say how large the page is, which is as the standard wants")
    if section.sections > 1:
        yield _("it has {n} sections; the page is that of the last").format(n=section.sections)
    if not section.footed:
        yield _("it has no footer, and the draft no page numbers")


def notes_on_left(body: Element, parts: Parts, package: Package) -> Iterator[str]:
    """Yield what of the template is not in the draft."""
    left = parts.left
    words = sum(len(one.text or "") for one in body.iter("w:t"))
    pictures = sum(one.tag in _PICTURES for one in body.iter())
    if words:
        yield _("{n} characters of its own text were left out").format(n=words)
    if pictures:
        yield _(
            "{n} pictures in its text were left out; what every draft is to have stands in a header"
        ).format(n=pictures)
    if any(one.kind == "vbaProject" for one in package.relations(package.main)):
        yield _("its macros were left out")
    if left.links:
        yield _("{n} links to other places were left out").format(n=left.links)
    if left.objects:
        yield _("{n} objects that are embedded or linked were left out").format(n=left.objects)
    if left.fonts:
        yield _("embedded fonts were left out")
    if left.fields:
        yield _("fields were left out: {names}").format(names="、".join(_each_once(left.fields)))
    if parts.protected:
        yield _("its protection does not hold in the draft")


def _each_once(names: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(names)

"""The rules of reading, in the order in which they are applied."""

from draftkit.read.page import Rule
from draftkit.read.rules.after import drop_after
from draftkit.read.rules.closing import find_closings
from draftkit.read.rules.code import drop_code
from draftkit.read.rules.contents import drop_contents
from draftkit.read.rules.couplet import part_couplets
from draftkit.read.rules.glued import part_glued_titles
from draftkit.read.rules.head import find_head_lines
from draftkit.read.rules.level import set_levels
from draftkit.read.rules.marker import find_markers
from draftkit.read.rules.outlined import find_outlined
from draftkit.read.rules.outside import drop_before, drop_synopses, drop_tails
from draftkit.read.rules.repeated import drop_repeated
from draftkit.read.rules.run_in import find_run_ins
from draftkit.read.rules.salutation import find_salutations
from draftkit.read.rules.serial import part_at_serials
from draftkit.read.rules.signoff import find_signoffs
from draftkit.read.rules.site import drop_site_lines
from draftkit.read.rules.title import find_titles
from draftkit.read.rules.title_rows import order_title_rows
from draftkit.read.rules.width import widen_marks

RULES: tuple[Rule, ...] = (
    # what is not of the speech
    drop_code,
    drop_site_lines,
    drop_repeated,
    widen_marks,
    part_at_serials,
    drop_after,
    drop_synopses,
    drop_contents,
    # where a speech begins and ends
    part_glued_titles,
    find_titles,
    order_title_rows,
    drop_before,
    find_head_lines,
    find_salutations,
    find_signoffs,
    drop_tails,
    # how it is built
    find_markers,
    find_outlined,
    find_run_ins,
    find_closings,
    set_levels,
    part_couplets,
)

"""The rules of review, each by its code; a rule's file is imported when it is asked for.

P punctuation (GB/T 15834-2011), N numbers (GB/T 15835-2011), C content, R rhetoric, F facts.
"""

from collections.abc import Collection, Iterable
from functools import cache
from importlib import import_module

from draftkit.review.rule import Rule

FILES: dict[str, str] = {
    "P01": "half_width_mark",
    "P02": "half_width_bracket",
    "P03": "straight_quote",
    "P04": "unpaired_mark",
    "P05": "wrong_nesting",
    "P06": "comma_between_quotes",
    "P07": "comma_before_etc",
    "P08": "wrong_ellipsis",
    "P09": "doubled_mark",
    "P10": "hyphen_in_range",
    "P11": "wrong_dash",
    "P12": "wrong_label_mark",
    "P13": "wrong_ordinal_mark",
    "P14": "broken_numbering",
    "P15": "heading_stop",
    "P16": "mark_in_title",
    "P17": "titled_activity",
    "P18": "document_number",
    "P19": "stray_space",
    "P20": "missing_stop",
    "P21": "skipped_level",
    "P22": "invisible_character",
    "N01": "measure_in_words",
    "N02": "parted_approximation",
    "N03": "digits_with_some",
    "N04": "approximation_in_two_forms",
    "N05": "percent_once",
    "N06": "scale_once",
    "N08": "short_year",
    "N09": "date_form",
    "N10": "bare_decimal",
    "N11": "digits_with_thousand",
    "N12": "list_in_two_forms",
    "N13": "fixed_word_in_digits",
    "N14": "fall_in_times",
    "N15": "doubled_about",
    "C01": "over_time",
    "C02": "leftover_mark",
    "C03": "two_values",
    "C04": "wrong_sum",
    "C05": "wrong_count",
    "C06": "short_before_full",
    "C07": "misspelt_name",
    "C08": "leaders_out_of_order",
    "C10": "order_to_superiors",
    "C11": "broken_formula",
    "C12": "meeting_misnamed",
    "C14": "stock_phrases",
    "C16": "repeated_sentence",
    "C17": "long_sentence",
    "C18": "floating_date",
    "C19": "personal_number",
    "C20": "plan_told_as_done",
    "C21": "misspelt_word",
    "C22": "banned_word",
    "C23": "wrong_year",
    "C24": "wrong_direction",
    "C25": "debris_in_draft",
    "C26": "clipped_title",
    "C27": "repeated_heading",
    "C28": "empty_section",
    "C29": "doubled_word",
    "C30": "long_aside",
    "R01": "unbalanced_couplet",
    "R02": "odd_sibling",
    "R03": "short_bundle",
    "R04": "unborne_heading",
    "R05": "mixed_images",
    "R06": "long_heading",
    "R07": "mixed_markers",
    "F01": "unknown_figure",
    "F02": "unused_fact",
    "F03": "altered_name",
}
"""The file of each rule, in the order of --help and of the docs."""


@cache
def rule(code: str) -> Rule:
    """Return a rule by its code; raises KeyError for one that is not there."""
    found = import_module(f"draftkit.review.rules.{FILES[code]}").RULE
    if not isinstance(found, Rule):
        raise TypeError(code)
    return found


def codes(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[str, ...]:
    """Return the codes that begin with one of `select` (all where there is none) and with none of `ignore`."""
    wanted, unwanted = tuple(select), tuple(ignore)
    return tuple(
        code for code in FILES if (not wanted or code.startswith(wanted)) and not code.startswith(unwanted)
    )


def is_known(prefix: str, known: Collection[str] = tuple(FILES)) -> bool:
    """Whether a code, or the beginning of one (P, P0), names a rule."""
    return any(code.startswith(prefix) for code in known)

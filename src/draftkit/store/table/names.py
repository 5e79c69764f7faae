"""One street by several names: 临江街道党工委, 临江街道办事处, 江北区临江街道 and 临江 are the same street."""

import re
from functools import lru_cache
from unicodedata import normalize

from draftkit.store.table.columns import UNSEEN

_OFFICE = re.compile(
    "(?:(?:党工委|工委|党委|委员会|办事处|人民政府|政府|管委会|管理委员会|办公室|党政办公室)+|(?<=街道)办)$"
)
_PARTY = re.compile("^(?:中国共产党|中共)")
_KIND = re.compile(r"(?:街道|镇|乡|民族乡|苏木|地区)")
_REGION = re.compile(r"(?:.{2,7}?(?:省|市|自治[区州县]|区|县|旗|州)){1,4}(?=.{2,}(?:街道|镇|乡|苏木))")
_STREET = re.compile(
    ".+(?:街道|镇|乡|苏木|党工委|党委|办事处|街道办|政府|管委会|开发区|园区|新区|示范区|农场|林场|社区|村)"
)
_MARKS = re.compile(rf"[\s{UNSEEN}（）()·.、]+")

Keys = tuple[str, str, str, str]
"""A name as it is, without its office, without its district too, without 街道 or 镇 too."""


@lru_cache(maxsize=4096)
def keys_of(name: str) -> Keys:
    """Return by what a street's name is compared, the closest first."""
    plain = _MARKS.sub("", normalize("NFKC", name))
    place = _PARTY.sub("", _OFFICE.sub("", plain)) or plain
    own = _REGION.sub("", place, count=1) or place
    kind = _KIND.search(own, 1)
    stem = own[: kind.start()] if kind and kind.end() == len(own) and kind.start() > 1 else own
    return plain, place, own, stem


def is_street(name: str) -> bool:
    """Whether a text ends as names of streets, towns and their offices do."""
    return _STREET.fullmatch(_MARKS.sub("", name)) is not None

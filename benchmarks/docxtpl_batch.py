"""A user's own script for many speeches: docxtpl over finished paragraphs, one template and environment reused.

Arguments: how many speeches, a JSON file with the paragraphs of some (they come again where these are fewer), a
template, and a folder.
"""

import json
import sys
from itertools import cycle, islice
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Environment


def main(number: int, words: Path, template: Path, folder: Path) -> None:
    """Write so many speeches."""
    speeches = json.loads(words.read_bytes())
    word, environment = DocxTemplate(template), Environment(autoescape=True)
    for place, lines in enumerate(islice(cycle(speeches), number)):
        word.render({"lines": lines}, environment)
        word.save(folder / f"{place}.docx")


if __name__ == "__main__":
    main(int(sys.argv[1]), *map(Path, sys.argv[2:5]))

"""A user's own script for one speech: click, PyYAML with its C loader, docxtpl, a template made beforehand.

With --words the template is a loop, and a JSON file has the paragraphs, with the facts as fields.
"""

import json
from pathlib import Path

import click
import yaml
from docxtpl import DocxTemplate

_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("facts", type=_FILE)
@click.argument("template")
@click.option("--words", type=_FILE)
@click.option("-o", "--output", required=True)
def main(facts: Path, template: str, words: Path | None, output: str) -> None:
    """Fill TEMPLATE with FACTS."""
    context = {"facts": yaml.load(facts.read_bytes(), Loader=yaml.CSafeLoader)}
    if words:
        lines = json.loads(words.read_bytes())
        context["lines"] = [{name: text.format(**context) for name, text in line.items()} for line in lines]
    speech = DocxTemplate(template)
    speech.render(context, autoescape=True)
    speech.save(output)
    click.echo(output)


if __name__ == "__main__":
    main()

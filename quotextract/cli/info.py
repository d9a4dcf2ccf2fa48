"""`quotextract info`: which pipeline is at work, and how good it is."""

from __future__ import annotations

import json
from typing import Any

import click

# Names of spaCy's scores, and what they say to somebody who does not train pipelines.
_SCORES = {
    "tag_acc": "tags",
    "pos_acc": "parts of speech",
    "morph_acc": "morphology",
    "lemma_acc": "lemmas",
    "dep_uas": "dependencies (unlabelled)",
    "dep_las": "dependencies (labelled)",
    "sents_f": "sentences (F1)",
    "ents_f": "entities (F1)",
    "ents_p": "entities (precision)",
    "ents_r": "entities (recall)",
}


@click.command("info", short_help="Tell which pipeline is at work, and its licence.")
@click.option("-m", "--model", metavar="NAME", help="Any Italian spaCy pipeline, by name or path.")
@click.option("--json", "as_json", is_flag=True, help="Write everything known, as JSON.")
def command(model: str | None, as_json: bool) -> None:
    """Tell which pipeline is at work: its name, version, licence and scores.

    \b
    Examples:
      quotextract info
      quotextract info --model it_core_news_sm --json
    """
    from quotextract.pipeline import load

    nlp = load(model)
    known = facts(nlp.meta, nlp.pipe_names)
    if as_json:
        click.echo(json.dumps(known, ensure_ascii=False, indent=2))
        return
    for name, value in known.items():
        if name != "scores":
            click.echo(f"{name:<11} {', '.join(value) if isinstance(value, list) else value}")
    for name, score in known["scores"].items():
        click.echo(f"  {name:<27} {score:6.1%}")


def facts(meta: dict[str, Any], components: list[str]) -> dict[str, Any]:
    """Pick from a pipeline's description what a user asks about.

    >>> facts({"lang": "it", "name": "news", "version": "1.0", "performance": {}}, [])["pipeline"]
    'it_news'
    """
    from quotextract import __version__
    from quotextract.models import reader_meta

    reader = reader_meta()
    measured = meta.get("performance", {})
    return {
        "quotextract": __version__,
        "pipeline": f"{meta.get('lang', '')}_{meta.get('name', '')}",
        "version": meta.get("version", ""),
        "licence": meta.get("license", ""),
        "author": meta.get("author", ""),
        "reader": f"{reader['name']} {reader['version']}, {reader['license']}",
        "components": list(components),
        "labels": sorted(meta.get("labels", {}).get("ner", [])),
        "scores": {
            name: measured[key] for key, name in _SCORES.items() if measured.get(key) is not None
        },
    }

"""`quotextract evaluate`: how good the program is on annotated articles."""

from __future__ import annotations

import json

import click

from quotextract.cli import options


@click.command("evaluate", short_help="Measure a pipeline on annotated articles.")
@click.argument("gold", metavar="GOLD")
@click.option(
    "--errors",
    type=click.IntRange(0),
    default=0,
    metavar="N",
    help="Also list up to N single errors of each cause.",
)
@click.option("--json", "as_json", is_flag=True, help="Write all figures and errors as JSON.")
@options.processes
@options.model
@options.fast
def command(
    gold: str, errors: int, as_json: bool, processes: int, model: str | None, fast: bool
) -> None:
    """Measure a pipeline on articles whose quotations are annotated.

    GOLD is a JSONL file with an article a line, a text with its quotations tagged, or a
    folder of both.

    \b
    Examples:
      quotextract evaluate data/gold/samples.jsonl
      quotextract evaluate data/gold/samples.jsonl --errors 5
      quotextract evaluate data/gold/ --model it_core_news_sm --json
    """
    from quotextract.evaluation import evaluate, pipeline_predictor

    result = evaluate(gold, pipeline_predictor(model, processes, fast=fast))
    if as_json:
        click.echo(json.dumps(result.to_dict(), ensure_ascii=False, indent=2))
    else:
        click.echo(result.render(errors=errors))

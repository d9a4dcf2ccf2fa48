"""The `quotextract` command; each subcommand is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from quotextract import __version__
from quotextract.cli.config import default_map, find
from quotextract.errors import QuotextractError

COMMANDS = ("extract", "speakers", "report", "index", "search", "show", "evaluate", "info")


class LazyGroup(click.Group):
    """A group whose commands live in modules of the same name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the commands in the order in which people meet them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"quotextract.cli.{cmd_name}").command
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Say what a user can mend in one line, without a traceback."""
        try:
            return super().invoke(ctx)
        except QuotextractError as error:
            click.echo(f"quotextract: {error}", err=True)
            ctx.exit(1)


@click.group(
    cls=LazyGroup,
    context_settings={
        "help_option_names": ["-h", "--help"],
        "max_content_width": 100,
        "auto_envvar_prefix": "QUOTEXTRACT",
    },
)
@click.option(
    "--config",
    metavar="FILE",
    help="Take defaults from this file.  [default: the nearest quotextract.toml, or "
    "[tool.quotextract] in pyproject.toml]",
)
@click.version_option(__version__, prog_name="quotextract", message="%(prog)s %(version)s")
@click.pass_context
def main(context: click.Context, config: str | None) -> None:
    """Find the quotations in Italian news and say whose words they are.

    \b
    Examples:
      quotextract extract articoli/
      quotextract extract articoli/ -o citazioni.csv
      quotextract extract articoli/ --speaker zelensky
      quotextract speakers articoli/
    """
    path = Path(config) if config else find(Path.cwd())
    if path:
        context.default_map = default_map(context.command, context, path)  # type: ignore[arg-type]

"""The `quotextract` command; each subcommand is loaded when it is asked for."""

from __future__ import annotations

from importlib import import_module

import click

from quotextract import __version__
from quotextract.errors import QuotextractError

COMMANDS = ("extract", "show", "evaluate", "info")


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
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="quotextract", message="%(prog)s %(version)s")
def main() -> None:
    """Find the quotations in Italian news and say whose words they are.

    \b
    Examples:
      quotextract extract articoli/
      quotextract extract articoli/ -o citazioni.csv
      quotextract extract articoli/ --speaker zelensky
    """

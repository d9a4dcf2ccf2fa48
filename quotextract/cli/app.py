"""The `quotextract` command."""

from __future__ import annotations

import click

from quotextract import __version__


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="quotextract")
def main() -> None:
    """Find quotations in Italian news and say whose words they are."""

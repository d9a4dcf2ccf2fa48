"""Defaults from a file: `quotextract.toml`, or `[tool.quotextract]` in pyproject.toml.

    [extract]
    min-confidence = 0.5
    type = ["direct"]

A key under a command's name is a long option of that command without its dashes; a key
outside any holds for all commands that have such an option.
"""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

OWN, SHARED = "quotextract.toml", "pyproject.toml"


def find(folder: Path) -> Path | None:
    """Return the nearest configuration file, in the folder or above it."""
    for place in (folder, *folder.parents):
        if (place / OWN).is_file():
            return place / OWN
        if (place / SHARED).is_file() and _table(place / SHARED):
            return place / SHARED
    return None


def default_map(group: click.Group, context: click.Context, path: Path) -> dict[str, Any]:
    """Return what click takes for the defaults of all commands.

    Raises:
        click.UsageError: A key is no option; the message names the file and the nearest key.
    """
    table = dict(_table(path))
    defaults: dict[str, Any] = {}
    unused = {key: value for key, value in table.items() if not isinstance(value, dict)}
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        options = _options(command) if command else {}
        shared = {key: value for key, value in unused.items() if key in options}
        # What is called as a command may also be an option that all have: `speakers`.
        own = table.pop(name) if isinstance(table.get(name), dict) else {}
        _check(own, options, f"{path}: [{name}]")
        given = {**shared, **own}
        defaults[name] = {options[key]: value for key, value in given.items()}
    known = {key for name in defaults for key in _options(group.get_command(context, name))}
    _check(table, {key: key for key in known}, str(path))
    return defaults


def _options(command: click.Command | None) -> dict[str, str]:
    """Map long options, without their dashes, to the parameters that they set."""
    return {
        option.removeprefix("--"): str(parameter.name)
        for parameter in (command.params if command else ())
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    }


def _check(given: dict[str, Any], known: dict[str, str], where: str) -> None:
    for key in given:
        if key not in known:
            near = get_close_matches(key, known, n=1)
            hint = f" Did you mean '{near[0]}'?" if near else " See the options in --help."
            raise click.UsageError(f"{where} has no option '{key}'.{hint}")


def _table(path: Path) -> dict[str, Any]:
    try:
        data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        if path.name == SHARED:
            return {}
        raise click.UsageError(f"Cannot read '{path}': {error}. Correct or remove it.") from error
    if path.name == SHARED:
        return dict(data.get("tool", {}).get("quotextract", {}))
    return data

"""Puts data, template, style and script together: one page that asks for nothing."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quotextract.reporting.labels import load_labels

if TYPE_CHECKING:
    from jinja2 import Template

WEB = Path(__file__).with_name("web")
STYLES = ("base", "overview", "filters", "table", "article", "small", "print")
SCRIPTS = (
    *("words", "text", "data", "state", "hash", "filter", "dom", "bars", "periods", "timeline"),
    *("filters", "row", "table", "marking", "article", "download", "keys", "main"),
)
"""The parts of the style and of the script, in order; those of the script share one scope."""

# Inside a script element only these could end it, or be taken for the start of another thing.
_IN_SCRIPT = {char: f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def render(payload: Mapping[str, Any], *, title: str, language: str) -> str:
    """Return the page.

    Args:
        payload: What `Collection.payload` made.
        title: The headline; the language's own where it is empty.
        language: One of `LANGUAGES`.
    """
    labels = load_labels(language)
    title = _whole(title or labels["title"])
    data = {**payload, "language": language, "labels": labels, "title": title}
    styles, script, theme = _joined(STYLES, "css"), _joined(SCRIPTS, "js"), _part("theme.js")
    return _template().render(
        labels=labels,
        language=language,
        title=title,
        styles=styles,
        theme=theme,
        script=script,
        policy=_policy(styles, (theme, script)),
        data=in_script(data),
        empty=not payload["articles"],
    )


def in_script(data: object) -> str:
    r"""Return data as JSON that may stand inside a script element.

    >>> in_script(["</script>", "è", 1])
    '["\\u003c/script\\u003e","è",1]'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for char, escape in _IN_SCRIPT.items():
        text = text.replace(char, escape)
    return _whole(text)


def _whole(text: str) -> str:
    """Put a sign for each half of a character: the page must be UTF-8, and offsets must hold."""
    return _SURROGATE.sub("\ufffd", text)


def _policy(style: str, scripts: Sequence[str]) -> str:
    """Return what the browser shall allow: these scripts and this style, and no request."""
    allowed = " ".join(f"'{_hash(script)}'" for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src '{_hash(style)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


@cache
def _part(name: str) -> str:
    return (WEB / name).read_text(encoding="utf-8")


@cache
def _joined(names: Sequence[str], suffix: str) -> str:
    return "\n".join(_part(f"{name}.{suffix}") for name in names)


@cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(_part("template.html.j2"))

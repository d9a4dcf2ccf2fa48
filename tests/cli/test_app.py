import subprocess
import sys

import pytest
from click.testing import CliRunner

from quotextract import __version__
from quotextract.cli import main
from quotextract.cli.app import COMMANDS

LIGHT = """
import sys
from quotextract.cli import main
try:
    main({args!r})
except SystemExit:
    pass
heavy = {{"spacy", "thinc", "numpy", "rich", "rapidfuzz", "jinja2"}} & set(sys.modules)
print("HEAVY", sorted(heavy))
"""


@pytest.mark.parametrize(
    "args", [["--help"], ["--version"], *([command, "--help"] for command in COMMANDS)]
)
def test_help_and_version_load_nothing_heavy(args):
    done = subprocess.run(
        [sys.executable, "-c", LIGHT.format(args=args)], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "HEAVY []"


def test_version():
    assert CliRunner().invoke(main, ["--version"]).output == f"quotextract {__version__}\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command):
    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0
    assert "Examples:" in result.output


def test_the_package_itself_is_light():
    code = "import sys, quotextract; print('spacy' in sys.modules, 'click' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False False\n"

"""One pipeline for the whole folder.

Which known failures pass by now, and which cases fail that should not:

    COLUMNS=200 pytest tests/pipeline -q -rf | grep "^FAILED"

A line with `XPASS(strict)` is a known failure that passes: delete its name from `known.py`.
"""

from pathlib import Path

import pytest

from quotextract.lexicon import load_lexicon
from quotextract.pipeline import load
from quotextract.pipeline.scene import Scene
from tests.pipeline.known import REASONS
from tests.pipeline.markup import problems, strip


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.parent == Path(__file__).parent:
            name = item.callspec.id if hasattr(item, "callspec") else item.name
            reason = REASONS.get(name.encode().decode("unicode_escape"))
            if reason:
                item.add_marker(pytest.mark.xfail(strict=True, reason=reason))


@pytest.fixture(scope="session")
def nlp():
    return load()


@pytest.fixture(scope="session")
def check(nlp):
    """Compare a marked text with what the pipeline says of it."""

    def compare(marked, *, strict_indirect=False):
        text, _ = strip(marked)
        wrong = problems(marked, nlp(text)._.quotes, strict_indirect=strict_indirect)
        assert not wrong, "\n".join([text, *wrong])

    return compare


@pytest.fixture(scope="session")
def analyse(nlp):
    """Return the scene of a text: its frames, names, mentions, entities and cues."""
    return lambda text: Scene(nlp(text), load_lexicon())

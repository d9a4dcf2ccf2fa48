import pytest
import spacy

from quotextract.models import bundled_path


@pytest.fixture(scope="session")
def nlp():
    return spacy.load(bundled_path())

"""What is installed is what is here."""

import zipfile
from importlib.metadata import entry_points
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    builders = pytest.importorskip("hatchling.builders.wheel")
    folder = tmp_path_factory.mktemp("wheel")
    (path,) = builders.WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    with zipfile.ZipFile(path) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_code_knowledge_and_pipeline(wheel):
    here = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "quotextract").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert here <= wheel
    assert any(name.startswith("quotextract/models/it_") for name in wheel)
    assert any(name.startswith("quotextract/resources/") for name in wheel)


def test_the_wheel_holds_nothing_else(wheel):
    assert {name.split("/")[0].split("-")[0] for name in wheel} == {"quotextract"}


@pytest.mark.parametrize("name", ["quotextract_quotes", "quotextract_speakers"])
def test_spacy_finds_the_components(name):
    (point,) = entry_points(group="spacy_factories", name=name)
    assert callable(point.load())

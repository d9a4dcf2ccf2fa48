import os

import pytest

from quotextract.errors import WriteError
from quotextract.exporters import format_of, replacing


def test_the_file_appears_when_all_is_written(tmp_path):
    path = tmp_path / "a.csv"
    with replacing(path) as out:
        out.write(b"nuovo")
        assert not path.exists()
    assert path.read_bytes() == b"nuovo"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, OSError])
def test_what_was_there_stays_if_writing_breaks_off(tmp_path, error):
    path = tmp_path / "a.csv"
    path.write_bytes(b"vecchio")
    with pytest.raises((error, WriteError)), replacing(path) as out:
        out.write(b"nuovo")
        raise error
    assert path.read_bytes() == b"vecchio"
    assert list(tmp_path.iterdir()) == [path]


def test_permissions_are_those_of_any_file(tmp_path):
    old = tmp_path / "old.csv"
    old.touch(mode=0o640)
    old.chmod(0o640)
    for path in (old, tmp_path / "new.csv"):
        with replacing(path):
            pass
    (tmp_path / "other").touch()
    assert old.stat().st_mode & 0o777 == 0o640
    assert (tmp_path / "new.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.csv").touch()
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with replacing(tmp_path / "link.csv") as out:
        out.write(b"nuovo")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"nuovo"


def test_a_device_is_written_straight_away():
    with replacing(os.devnull) as out:
        out.write(b"nulla")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("manca/a.csv", "its folder does not exist. Create the folder first"),
        ("file/a.csv", "a file stands where its folder should be"),
        (".", "it is a folder"),
    ],
)
def test_what_cannot_be_written_is_said_at_once(tmp_path, path, reason):
    (tmp_path / "file").touch()
    with pytest.raises(WriteError, match=reason), replacing(tmp_path / path):
        pytest.fail("the block must not run")


def test_an_unknown_suffix_names_the_known_ones():
    assert format_of("citazioni.CSV").name == "csv"
    with pytest.raises(WriteError, match=r"Pass --format, or end it in one of: .csv"):
        format_of("citazioni.doc")

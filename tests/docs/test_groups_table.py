"""The editors' guide says of the groups what the code says."""

from pathlib import Path

from tests.docs.groups_table import lines

PAGE = Path(__file__).resolve().parents[2] / "docs" / "redaktor" / "grupper.md"


def test_the_guides_table_is_the_codes() -> None:
    told = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")]
    assert told[1:] == list(lines())

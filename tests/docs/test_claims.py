"""What the documentation says of the project is so, as far as a machine can tell cheaply."""

import re
import struct
from pathlib import Path
from urllib.parse import unquote

import pytest

PROJECT = Path(__file__).resolve().parents[2]
README = (PROJECT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
PAGES = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        if not target.startswith(("http://", "https://", "#")):
            assert (page.parent / unquote(target.partition("#")[0])).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(PROJECT)))
def test_every_make_target_that_is_named_exists(page: Path) -> None:
    for target in re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8")):
        assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


def test_the_two_commands_come_before_any_heading_but_the_first() -> None:
    first_screen = README.split("\n## ")[0]
    commands = [line.split("#")[0].strip() for line in first_screen.splitlines() if line.startswith("    ")]
    assert commands == ["make run", "make test"]
    assert all(f"docs/pictures/{name}.png" in first_screen for name in ("site", "admin"))


@pytest.mark.parametrize("name", ["site", "admin"])
def test_pictures_are_light_and_wide(name: str) -> None:
    picture = (PROJECT / "docs" / "pictures" / f"{name}.png").read_bytes()
    width, _height = struct.unpack(">II", picture[16:24])
    assert width == 1280
    assert len(picture) < 250_000


def test_each_variable_of_make_run_is_read() -> None:
    named = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)
    code = "".join(path.read_text(encoding="utf-8") for path in (PROJECT / "cms" / "run").glob("*.py"))
    assert named
    assert [name for name in named if f'"{name}"' not in code] == []


def test_each_decision_is_in_the_index_under_its_number() -> None:
    folder = PROJECT / "docs" / "adr"
    index = (folder / "README.md").read_text(encoding="utf-8")
    decisions = sorted(folder.glob("[0-9]*.md"))
    assert len({path.name[:4] for path in decisions}) == len(decisions)
    for path in decisions:
        number, title = re.match(r"# (\d+)\. (.+)", path.read_text(encoding="utf-8")).groups()
        assert int(number) == int(path.name[:4])
        assert f"| {number} | [{title}]({path.name}) |" in index


def test_each_parameter_of_the_api_is_documented() -> None:
    from cms.api.lists.parameters import PageList, ThingList
    from cms.api.parameters import FindPage, FindThing, QuoteQuery, SiteQuery

    said = (PROJECT / "docs" / "api.md").read_text(encoding="utf-8")
    names = [
        name
        for model in (PageList, FindPage, ThingList, FindThing, QuoteQuery, SiteQuery)
        for name in model.model_fields
    ]
    assert [name for name in names if not re.search(rf"[`?]{name}[`=]", said)] == []

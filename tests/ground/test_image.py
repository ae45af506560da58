"""The two images: what the CMS is made of is in its image, and what only developers need is not."""

import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from django.conf import settings

from cms.run.stages import PROJECT

DOCKERFILE = (PROJECT / "Dockerfile").read_text(encoding="utf-8")
IGNORED = (PROJECT / ".dockerignore").read_text(encoding="utf-8").split()
FINAL_STAGES = ("cms", "frontend")


def stage(name: str) -> str:
    """The instructions of one stage."""
    return re.split(rf"^FROM \S+ AS {name}$", DOCKERFILE, flags=re.MULTILINE)[1].split("\nFROM ")[0]


def copied(name: str) -> set[str]:
    """The files and folders of the project that a final stage takes in."""
    return set(re.findall(r"^COPY (\w\S*) ", stage(name), re.MULTILINE))


def is_sent(path: str) -> bool:
    """Whether the builder gets this file to see: the last line that matches decides."""
    places = [path, *(str(parent) for parent in Path(path).parents)]
    matching = [line for line in IGNORED if any(fnmatch(place, line.lstrip("!")) for place in places)]
    return matching[-1].startswith("!")


def test_each_app_of_the_project_is_in_the_image() -> None:
    own = {name.split(".")[0] for name in settings.INSTALLED_APPS}
    own = {name for name in own if (PROJECT / name).is_dir()}
    assert "articles" in own
    guide = "docs/redaktor"
    assert own | {"manage.py", guide} == copied("cms")
    assert all(
        is_sent(path) for path in ("manage.py", f"{guide}/README.md", *(f"{app}/apps.py" for app in own))
    )


def test_the_visitor_site_is_alone_in_its_image() -> None:
    assert copied("frontend") == {"frontend"}
    assert is_sent("frontend/app.py")


@pytest.mark.parametrize(
    "path",
    [
        ".env",
        ".git/config",
        "var/media/a.jpg",
        "tests/conftest.py",
        "bench/run.py",
        "cms/settings/test.py",
        "cms/settings/development.py",
        "home/demo/drawing/__main__.py",
        "home/demo/printing/__main__.py",
        "requirements/constraints.in",
    ],
)
def test_what_only_developers_need_is_not_sent(path: str) -> None:
    assert not is_sent(path)


@pytest.mark.parametrize("name", FINAL_STAGES)
def test_the_user_is_a_number_other_than_root(name: str) -> None:
    [user] = re.findall(r"^USER (\S+)$", stage(name), re.MULTILINE)
    assert int(user) > 0


def test_compose_waits_longer_than_the_server_does() -> None:
    compose = (PROJECT / "compose.yaml").read_text(encoding="utf-8")
    [grace] = re.findall(r"stop_grace_period: (\d+)s", compose)
    [server] = re.findall(r"GRANIAN_WORKERS_KILL_TIMEOUT=(\d+)", DOCKERFILE)
    assert int(grace) > int(server)

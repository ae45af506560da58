"""The demo site for tests: whole, but with small pictures, since renditions of the real ones take most of the time."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from django.core.management import call_command
from PIL import Image
from wagtail.models import Collection, Locale, Page

from home.demo import assets


@pytest.fixture(scope="module")
def load_demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], None]]:
    """Load the demo site as on a new database, also after a test that emptied every table."""
    folder = tmp_path_factory.mktemp("pictures")
    for path in assets.PICTURES.glob("*.png"):
        Image.open(path).convert("RGB").reduce(10).save(folder / path.name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(assets, "PICTURES", folder)
        yield _load


def _load() -> None:
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=Locale.objects.get_or_create(language_code="sv")[0])
    call_command("setup_site", verbosity=0)
    call_command("load_demo", verbosity=0)

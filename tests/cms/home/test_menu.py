"""The main menu of each group: in the order of work, and nothing in it that would be a shut door."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client, RequestFactory
from django.utils.translation import override
from wagtail.admin.menu import MenuItem, SubmenuMenuItem, admin_menu

from home.groups import set_up_groups
from home.rights import NAMES, Role
from tests.cms.conftest import Newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

NEWSROOM = [
    "Pressmeddelanden",
    "Informationssidor",
    "Sidor",
    "Bilder",
    "Dokument",
    "Myndigheter",
    "Ämnen",
    "Presskontakter",
]
WEBSITE = ["Meddelanden", "Målgrupper", "Puffar", "Avgifter"]
WHOLE_WEBSITE = ["Meddelanden", "Meny", "Målgrupper", "Puffar", "Avgifter", "Myndighetens uppgifter"]
END = ["Rapporter", "Hjälp"]
TOP = {
    Role.WRITER: [*NEWSROOM, "Webbplatsen", *END],
    Role.EDITOR: [*NEWSROOM, "Webbplatsen", *END],
    Role.PRESS_OFFICER: [*NEWSROOM, "Webbplatsen", "Rapporter", "Inställningar", "Hjälp"],
    Role.ADMINISTRATOR: [*NEWSROOM, "Webbplatsen", "Rapporter", "Inställningar", "Hjälp"],
    Role.REGISTRAR: ["Begäranden", "Inställningar", "Hjälp"],
}
BELOW = {
    Role.WRITER: WEBSITE,
    Role.EDITOR: WEBSITE,
    Role.PRESS_OFFICER: WHOLE_WEBSITE,
    Role.ADMINISTRATOR: WHOLE_WEBSITE,
    Role.REGISTRAR: [],
}


@pytest.fixture
def user(newsroom: Newsroom, request: Any) -> Any:
    set_up_groups()
    user = get_user_model().objects.create_user("nagon", "nagon@example.se", "x")
    with override("sv"):
        user.groups.add(Group.objects.get(name=str(NAMES[request.param])))
    return user


def shown(user: Any, menu: Any = admin_menu) -> list[MenuItem]:
    request = RequestFactory().get("/admin/")
    request.user = user
    return sorted(menu.menu_items_for_request(request), key=lambda item: item.order)


def website(user: Any) -> list[MenuItem]:
    return [each for item in shown(user) if item.name == "website" for each in shown(user, item.menu)]


@pytest.mark.parametrize(("user", "labels"), TOP.items(), indirect=["user"])
def test_the_menu_follows_the_work(user: Any, labels: list[str]) -> None:
    assert [str(item.label) for item in shown(user)] == labels


@pytest.mark.parametrize(("user", "labels"), BELOW.items(), indirect=["user"])
def test_what_belongs_to_the_website_has_its_own_menu(user: Any, labels: list[str]) -> None:
    assert [str(item.label) for item in website(user)] == labels


@pytest.mark.slow
@pytest.mark.parametrize("user", Role, indirect=True)
def test_every_door_in_the_menu_opens(user: Any, client: Client) -> None:
    client.force_login(user)
    menus = [item.menu for item in shown(user) if isinstance(item, SubmenuMenuItem)]
    items = [*shown(user), *(each for menu in menus for each in shown(user, menu))]
    for item in items:
        if item.url.startswith("/"):  # a dialog of the page itself has "#"
            answer = client.get(item.url, follow=True)
            assert answer.status_code == 200, item.label
            assert "/admin/" not in [address for address, _status in answer.redirect_chain], item.label


@pytest.mark.parametrize("user", [Role.REGISTRAR], indirect=True)
def test_who_sees_no_pages_is_shown_the_requests(user: Any, client: Client) -> None:
    client.force_login(user)
    first = client.get("/admin/").content.decode()
    assert "Ingen begäran väntar på svar." in first
    assert 'role="search"' not in first
    assert client.get("/admin/press-releases/").status_code == 302
    assert client.get("/admin/information-pages/").status_code == 302


@pytest.mark.parametrize("user", [Role.WRITER, Role.ADMINISTRATOR], indirect=True)
def test_requests_are_on_nobody_elses_first_page(user: Any, client: Client) -> None:
    client.force_login(user)
    first = client.get("/admin/").content.decode()
    assert "Begäranden" not in first
    assert 'role="search"' in first

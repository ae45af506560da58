"""Who may make and change topics, contacts and fees: editors who publish, and nobody deletes but administrators."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client

from home.groups import set_up_groups
from tests.cms.articles.examples import make_contact, make_schedule
from tests.cms.articles.test_topics import make_topic
from tests.cms.conftest import Newsroom

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MODELS = ["topic", "contact", "feeschedule"]


@pytest.fixture
def things(newsroom: Newsroom) -> dict[str, Any]:
    return {
        "topic": make_topic(),
        "contact": make_contact(newsroom.home.locale),
        "feeschedule": make_schedule(),
    }


def statuses(client: Client, things: dict[str, Any], model: str) -> list[int]:
    """Of the list, the forms to add, change and delete, and the translation."""
    base = f"/admin/snippets/articles/{model}"
    pk = things[model].pk
    return [client.get(f"{base}/{path}").status_code for path in ("", "add/", f"edit/{pk}/", f"delete/{pk}/")]


def member(client: Client, original: str) -> None:
    """Log in one of the group that Wagtail made under that name."""
    group = Group.objects.get_or_create(name=original)[0]
    set_up_groups()
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = get_user_model().objects.create_user("anna", "anna@example.se", "x")
    user.groups.add(group)
    client.force_login(user)


@pytest.mark.parametrize("model", MODELS)
def test_writers_only_look(things: dict[str, Any], client: Client, model: str) -> None:
    member(client, "Editors")
    before = type(things[model]).objects.count()
    assert statuses(client, things, model) == [200, 302, 302, 302]
    client.post(f"/admin/snippets/articles/{model}/delete/{things[model].pk}/")
    assert type(things[model]).objects.count() == before


@pytest.mark.parametrize("model", MODELS)
def test_editors_who_publish_make_and_change_but_do_not_delete(
    things: dict[str, Any], client: Client, model: str
) -> None:
    member(client, "Moderators")
    assert statuses(client, things, model) == [200, 200, 200, 302]


def test_a_topic_is_public_at_once_so_writers_do_not_translate_it(
    things: dict[str, Any], client: Client
) -> None:
    member(client, "Editors")
    address = f"/admin/translation/submit/snippet/articles/topic/{things['topic'].pk}/"
    assert client.get(address).status_code in (302, 403)


@pytest.mark.parametrize("model", MODELS)
def test_who_is_logged_out_sees_nothing(things: dict[str, Any], client: Client, model: str) -> None:
    for address in ("", "add/", f"edit/{things[model].pk}/"):
        answer = client.get(f"/admin/snippets/articles/{model}/{address}")
        assert answer.status_code == 302
        assert "/login/" in answer["Location"]

"""Press pictures: what is published of them, and that only those that others may use go out."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from articles.models import PressPicture
from cms.media.licences import Licence
from cms.media.models import Picture
from tests.cms.api.test_pages import get
from tests.cms.articles.conftest import Editor, errors
from tests.cms.articles.examples import contract, make_picture
from tests.cms.media.test_file_source import private

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture
def picture() -> Picture:
    return make_picture()


def sent(editor: Editor, *rows: dict[str, Any], publish: bool = True) -> Any:
    """The answer to the press list's form with these pictures."""
    press = editor.newsroom.press
    given = {
        "title": press.title,
        "slug": press.slug,
        "lead": "",
        "pictures": inline_formset(list(rows)),
        "comments": inline_formset([]),
    }
    action = {"action-publish": "1"} if publish else {}
    return editor.client.post(
        reverse("wagtailadmin_pages:edit", args=(press.pk,)), nested_form_data(given) | action
    )


def listed(editor: Editor) -> list[dict[str, Any]]:
    """The pictures that the public reads of."""
    editor.newsroom.settle()
    found: list[dict[str, Any]] = get(Client(), f"pages/{editor.newsroom.press.pk}/")["pictures"]
    return found


def test_pictures_are_published_in_the_editors_order_with_their_captions(
    editor: Editor, picture: Picture
) -> None:
    other = make_picture()
    rows = [{"picture": other.pk, "caption": " En kaj. "}, {"picture": picture.pk, "caption": ""}]
    assert sent(editor, *rows).status_code == 302
    found = listed(editor)
    assert [(each["id"], each["caption"]) for each in found] == [(other.pk, "En kaj."), (picture.pk, "")]
    (example,) = contract("pages/press_index")["pictures"]
    assert found[0].keys() == example.keys()
    assert found[0]["renditions"]["press"].keys() == example["renditions"]["press"].keys()


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"licence": Licence.RESERVED}, "Bilden ”Hamn” har ingen licens som låter andra använda den."),
        ({"licence": ""}, "Bilden ”Hamn” har ingen licens som låter andra använda den."),
        ({"description": ""}, "Bilden ”Hamn” saknar beskrivning."),
    ],
)
def test_a_picture_that_nobody_may_use_or_that_says_nothing_stops_publishing_not_saving(
    editor: Editor, picture: Picture, change: dict[str, str], fault: str
) -> None:
    Picture.objects.filter(pk=picture.pk).update(**change)
    row = {"picture": picture.pk, "caption": ""}
    (message,) = errors(sent(editor, row))[""]
    assert message.startswith(fault)
    assert not PressPicture.objects.exists()
    assert sent(editor, row, publish=False).status_code == 302
    assert listed(editor) == []


def test_no_picture_stands_twice(editor: Editor, picture: Picture) -> None:
    row = {"picture": picture.pk, "caption": ""}
    assert errors(sent(editor, row, row))[""] == ["”Hamn” är valt två gånger."]


def test_a_licence_that_is_taken_back_takes_the_download_with_it(editor: Editor, picture: Picture) -> None:
    sent(editor, {"picture": picture.pk, "caption": ""})
    (before,) = listed(editor)
    address = before["renditions"]["press"]["url"]
    assert Client().get(address).status_code == 200
    picture.licence = Licence.RESERVED
    picture.save()
    (after,) = listed(editor)
    assert after["renditions"]["press"] is None
    assert Client().get(address).status_code == 404


def test_a_picture_that_is_deleted_or_made_private_is_gone_from_the_list(
    editor: Editor, picture: Picture
) -> None:
    other = make_picture()
    sent(editor, {"picture": picture.pk, "caption": ""}, {"picture": other.pk, "caption": ""})
    assert len(listed(editor)) == 2
    picture.delete()
    assert [each["id"] for each in listed(editor)] == [other.pk]
    other.collection = private()
    other.save()
    assert listed(editor) == []

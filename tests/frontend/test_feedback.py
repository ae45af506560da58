"""Whether a page helped: asked on every page of information, taken as a plain form, and given back when it can't be."""

import json
import logging
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_forms import OWN
from tests.frontend.test_pages import words

PAGES = ("information", "press_release", "accessibility_statement")
QUESTION = "Hjälpte informationen dig?"
TEXT = example("feedback/sent")["text"]
FORM = {"form": "feedback", "helped": "no", "missing": TEXT, "website": ""}


class CMSWithIntake:
    """A page, and an intake that remembers what it was handed."""

    def __init__(self, stem: str = "information", answer: Any = None) -> None:
        self.handed_in: list[httpx.Request] = []
        self.answer = answer or httpx.Response(201, json=example("feedback/received"))
        self.pages = cms_with(example(f"pages/{stem}"))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path != "/intake/feedback/":
            return self.pages(request)
        self.handed_in.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def path_of(stem: str) -> str:
    """Where the example stands."""
    path: str = example(f"pages/{stem}")["url"]
    return path


def send(site: Any, form: Any = FORM, path: str = path_of("information"), headers: Any = OWN) -> Any:
    """The form as a browser sends it."""
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    return site.request("POST", path, content=urlencode(form), headers=kind | headers)


@pytest.mark.parametrize("stem", PAGES)
def test_a_page_asks_and_hands_in_the_answer(site_over, stem: str) -> None:
    cms, path = CMSWithIntake(stem), path_of(stem)
    site = site_over(cms)
    page = site.get(path)
    assert QUESTION in page.text
    assert f'method="post" action="{path}#feedback"' in page.text
    assert "max-age=0" in page.headers["cache-control"]
    answer = send(site, path=path)
    assert (answer.status_code, answer.headers["location"]) == (303, f"{path}?svar=mottaget#feedback")
    assert answer.headers["cache-control"] == "no-store"
    (handed_in,) = cms.handed_in
    sent = {"page": example(f"pages/{stem}")["id"], "answer": "no", "text": TEXT}
    assert json.loads(handed_in.content) == sent
    assert not {"cookie", "authorization", "x-forwarded-for", "origin", "user-agent-of"} & set(
        handed_in.headers
    )
    assert handed_in.headers["user-agent"].startswith("python-httpx")


def test_what_is_handed_in_has_the_contracts_shape(site_over) -> None:
    cms = CMSWithIntake()
    send(site_over(cms))
    assert json.loads(cms.handed_in[0].content) == example("feedback/sent")


@pytest.mark.parametrize("stem", PAGES)
def test_thanks_are_for_one_visitor_and_ask_nothing_more(site_over, stem: str) -> None:
    answer = site_over(CMSWithIntake(stem)).get(f"{path_of(stem)}?svar=mottaget")
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert "Tack för ditt svar." in answer.text
    assert '<form class="form"' not in answer.text


def test_only_our_own_word_is_thanked_for(site_over) -> None:
    site = site_over(CMSWithIntake())
    assert site.get(f"{path_of('information')}?svar=%3Cb%3E").status_code == 404
    assert site.get(f"{path_of('information')}?svar=").status_code == 200


@pytest.mark.parametrize("stem", ["home", "press_index", "request"])
def test_other_pages_neither_ask_nor_take_an_answer(site_over, stem: str) -> None:
    cms = CMSWithIntake(stem)
    site = site_over(cms)
    page = site.get(f"{path_of(stem)}?svar=mottaget")
    assert (page.status_code, QUESTION in page.text) == (200, False)
    answer = send(site, path=path_of(stem))
    assert (answer.status_code, answer.headers["allow"], cms.handed_in) == (405, "GET, HEAD", [])


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"helped": ""}, "helped", "Välj ja eller nej."),
        ({"helped": "maybe"}, "helped", "Välj ja eller nej."),
        ({"missing": "å" * 1001}, "missing", "Skriv högst 1\N{NO-BREAK SPACE}000 tecken."),
        ({"website": "http://reklam.example"}, "website", "Lämna fältet tomt."),
    ],
)
def test_a_fault_is_told_at_its_field_and_the_text_is_kept(
    site_over, given: dict[str, str], field: str, message: str
) -> None:
    cms = CMSWithIntake()
    answer = send(site_over(cms), FORM | given)
    assert (answer.status_code, cms.handed_in) == (422, [])
    assert answer.headers["cache-control"] == "no-store"
    assert "<title>Fel: " in answer.text
    assert f'id="f_{field}-error"' in answer.text
    assert message in answer.text
    assert (FORM | given)["missing"] in answer.text
    assert "Nya brottsupplägg upptäcktes" in answer.text


@pytest.mark.parametrize("attack", ["<script>alert(1)</script>", '"><img src=x>', "</textarea><b>"])
def test_what_is_given_back_is_text(site_over, attack: str) -> None:
    fields = {"form": "feedback"} | dict.fromkeys(("helped", "missing", "website"), attack)
    for cms in (CMSWithIntake(), lambda request: httpx.Response(500)):
        assert attack not in send(site_over(cms), fields).text


@pytest.mark.parametrize(
    "headers", [{"Sec-Fetch-Site": "cross-site"}, {"Origin": "https://evil.example"}, {}], ids=str
)
def test_only_our_own_pages_send_it(site_over, headers: dict[str, str]) -> None:
    cms = CMSWithIntake()
    assert send(site_over(cms), headers=headers).status_code == 403
    assert not cms.handed_in


@pytest.mark.parametrize(
    "answer",
    [
        httpx.ConnectError("down"),
        httpx.Response(500),
        httpx.Response(404, json={}),
        httpx.Response(429, json={}),
        httpx.Response(201, json={"received": "yes"}),
        httpx.Response(201, text="<html>"),
        httpx.Response(200, json={"received": True}),
    ],
    ids=str,
)
def test_when_the_cms_is_away_the_text_is_given_back(site_over, answer: Any, caplog) -> None:
    with caplog.at_level(logging.DEBUG):
        told = send(site_over(CMSWithIntake(answer=answer)))
    assert (told.status_code, told.headers["cache-control"]) == (503, "no-store")
    assert TEXT in told.text
    assert 'value="no" checked' in told.text
    assert "010-562 90 00" in words(told.text)
    assert TEXT not in caplog.text


def test_too_many_answers_never_stand_in_the_way_of_a_request(site_over) -> None:
    site = site_over(CMSWithIntake())
    assert [send(site).status_code for _ in range(31)] == [303] * 30 + [429]
    assert TEXT in send(site).text
    assert (
        send(site, {"form": "request"}).status_code == 405
    )  # not a page of requests, but not too many either


def test_in_english(site_over) -> None:
    page = example("pages/information") | {"url": "/en/fees/"}
    site = site_over(cms_with(page))
    assert "Did the information help you?" in site.get("/en/fees/").text
    assert "Thank you for your answer." in site.get("/en/fees/?answer=received").text

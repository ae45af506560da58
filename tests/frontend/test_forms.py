"""Forms that visitors send: what is taken, what is refused and how, and that nobody's words are lost or told."""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from frontend.app import make_app
from frontend.config import Config
from frontend.forms import reading
from frontend.forms.receipt import is_receipt
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import CONFIG

PATH = "/offentlighet-och-sekretess/begar-en-handling/"
RECEIPT = example("requests/received")["receipt"]
OWN = {"Sec-Fetch-Site": "same-origin"}
FORM = {"form": "request", "website": "", "contact": "", "address": ""} | {
    name: example("requests/sent")[name] for name in ("text", "delivery", "email")
}
Handler = Callable[[httpx.Request], httpx.Response]


class CMSWithIntake:
    """The contract's pages, and an intake that remembers what it was handed."""

    def __init__(self, answer: httpx.Response | Exception | None = None, page: Any = None) -> None:
        self.handed_in: list[httpx.Request] = []
        self.answer = answer or httpx.Response(201, json=example("requests/received"))
        self.pages = cms_with(page or example("pages/request"))

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.url.path != "/intake/document-requests/":
            return self.pages(request)
        self.handed_in.append(request)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def send(site: Any, form: Any = FORM, headers: Any = OWN, path: str = PATH) -> httpx.Response:
    """The form as a browser sends it."""
    body = form if isinstance(form, (str, bytes)) else urlencode(form)
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    answer: httpx.Response = site.request("POST", path, content=body, headers=kind | headers)
    return answer


def test_a_request_is_handed_in_and_answered_with_its_receipt(site_over) -> None:

    cms = CMSWithIntake()
    answer = send(site_over(cms))
    assert (answer.status_code, answer.headers["location"]) == (303, f"{PATH}?kvitto={RECEIPT}")
    assert answer.headers["cache-control"] == "no-store"
    (handed_in,) = cms.handed_in
    assert json.loads(handed_in.content) == example("requests/sent")
    assert handed_in.headers["content-type"] == "application/json"
    assert not {"cookie", "authorization", "x-forwarded-for", "origin"} & set(handed_in.headers)


def test_the_receipt_says_what_happens_next_and_is_held_by_nobody(site_over) -> None:
    answer = site_over(CMSWithIntake()).get(f"{PATH}?kvitto={RECEIPT}")
    text = words(answer.text)
    assert answer.headers["cache-control"] == "no-store"
    assert "etag" not in answer.headers
    assert RECEIPT in text
    for said in ("skyndsamt", "tryckfrihetsförordningen", "skriftligt beslut", "överklaga"):
        assert said in text
    assert 'method="post"' not in answer.text


@pytest.mark.parametrize("receipt", ["x", "KXTM-PWRA-HJCD", "<script>", RECEIPT.lower(), RECEIPT + "A"])
def test_what_is_no_receipt_is_not_shown_as_one(site_over, receipt: str) -> None:
    assert site_over(CMSWithIntake()).get(f"{PATH}?{urlencode({'kvitto': receipt})}").status_code == 404


def test_the_form_is_plain_and_asks_for_no_name(site_over) -> None:
    answer = site_over(CMSWithIntake()).get(PATH)
    assert f'<form class="form" method="post" action="{PATH}"' in answer.text
    assert "max-age=0" in answer.headers["cache-control"]
    for name in ("text", "delivery", "email", "address", "contact"):
        assert f'name="{name}"' in answer.text
    for asked in ("namn", "personnummer", "Varför"):
        assert asked not in words(answer.text).replace("skärmnamn", "")


@pytest.mark.parametrize(
    ("form", "status"),
    [
        pytest.param("", 400, id="nothing"),
        pytest.param({"text": "x"}, 400, id="no form of ours"),
        pytest.param(FORM | {"form": "../../etc"}, 400, id="another form"),
        pytest.param(urlencode(FORM) + "&text=en+till", 400, id="a field twice"),
        pytest.param(urlencode({f"f{n}": "" for n in range(30)}), 400, id="many fields"),
        pytest.param(b"form=request&text=\xff\xfe", 400, id="bytes that are no text"),
        pytest.param("form=request&text=%ff%fe", 400, id="escaped bytes that are no text"),
        pytest.param(FORM | {"text": "x" * reading.LARGEST}, 413, id="too large"),
    ],
)
def test_what_is_not_the_form_is_refused(site_over, form: Any, status: int) -> None:
    cms = CMSWithIntake()
    answer = send(site_over(cms), form)
    assert (answer.status_code, cms.handed_in) == (status, [])
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x"])
def test_another_kind_of_content_is_refused(site_over, kind: str) -> None:
    cms = CMSWithIntake()
    assert send(site_over(cms), headers=OWN | {"Content-Type": kind}).status_code == 400
    assert not cms.handed_in


HOST = "localhost:3000"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Sec-Fetch-Site": "same-origin"}, 303),
        ({"Sec-Fetch-Site": "none"}, 303),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "cross-site", "Origin": f"http://{HOST}"}, 403),
        ({"Origin": f"http://{HOST}"}, 303),
        ({"Origin": "https://evil.example"}, 403),
        ({"Origin": f"http://{HOST}.evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://["}, 403),
        ({"Referer": "http://[::1"}, 403),
        ({"Origin": "https://evil.example", "Referer": f"http://{HOST}{PATH}"}, 403),
        ({"Referer": f"http://{HOST}{PATH}"}, 303),
        ({"Referer": f"https://evil.example/?http://{HOST}"}, 403),
        ({}, 403),
    ],
)
def test_only_our_own_pages_send_forms(site_over, headers: dict[str, str], status: int) -> None:
    cms = CMSWithIntake()
    assert send(site_over(cms), headers=headers).status_code == status
    assert bool(cms.handed_in) is (status == 303)


@pytest.mark.parametrize(
    ("given", "field", "message"),
    [
        ({"text": ""}, "text", "Beskriv vad du vill läsa."),
        ({"text": " \n "}, "text", "Beskriv vad du vill läsa."),
        ({"text": "å" * 5001}, "text", "Skriv högst 5\N{NO-BREAK SPACE}000 tecken."),
        ({"delivery": ""}, "delivery", "Välj hur du vill få handlingen."),
        ({"delivery": "fax"}, "delivery", "Välj hur du vill få handlingen."),
        ({"email": ""}, "email", "Skriv e-postadressen"),
        ({"email": "någon"}, "email", "Skriv en e-postadress, till exempel"),
        ({"delivery": "post"}, "address", "Skriv adressen som vi ska skicka"),
        ({"contact": "x" * 201}, "contact", "Skriv högst 200 tecken."),
        ({"website": "http://reklam.example"}, "website", "Lämna fältet tomt."),
    ],
)
def test_a_fault_is_told_at_its_field_and_in_the_summary(
    site_over, given: dict[str, str], field: str, message: str
) -> None:
    cms = CMSWithIntake()
    answer = send(site_over(cms), FORM | {"contact": "070-123 45 67"} | given)
    assert (answer.status_code, cms.handed_in) == (422, [])
    assert answer.headers["cache-control"] == "no-store"
    html = answer.text
    assert "<title>Fel: " in html
    assert (
        html.index('role="alert"') < html.index(f'<a href="#f_{field}">') < html.index('<form class="form"')
    )
    assert f'id="f_{field}"' in html
    assert html.count(message) == 2
    assert f"{field}-error" in html
    kept = (FORM | {"contact": "070-123 45 67"} | given)["text"].strip()
    assert kept in html
    if "contact" not in given:
        assert 'value="070-123 45 67"' in html


def test_all_faults_are_told_at_once(site_over) -> None:
    html = send(site_over(CMSWithIntake()), {"form": "request"}).text
    assert html.index('href="#f_text"') < html.index('href="#f_delivery"')


def test_what_the_answer_does_not_need_is_not_handed_in(site_over) -> None:

    cms = CMSWithIntake()
    send(site_over(cms), FORM | {"delivery": "on_site", "address": "Exempelgatan 1", "name": "Någon"})
    handed_in = json.loads(cms.handed_in[0].content)
    assert (handed_in["email"], handed_in["address"], "name" in handed_in) == ("", "", False)


def test_control_characters_and_line_ends_are_tidied(site_over) -> None:

    cms = CMSWithIntake()
    send(site_over(cms), FORM | {"text": " ett\r\ntvå\x00\x1b "})
    assert json.loads(cms.handed_in[0].content)["text"] == "ett\ntvå"


@pytest.mark.parametrize(
    "attack", ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</textarea><b>"]
)
def test_what_is_given_back_is_text(site_over, attack: str) -> None:
    fields = dict.fromkeys(("text", "delivery", "email", "address", "contact", "website"), attack)
    for answer in (
        send(site_over(CMSWithIntake()), {"form": "request"} | fields),
        send(site_over(lambda request: httpx.Response(500)), {"form": "request"} | fields),
    ):
        assert attack not in answer.text


BROKEN: list[Any] = [
    httpx.ConnectError("down"),
    httpx.ReadTimeout("slow"),
    httpx.Response(500),
    httpx.Response(404, json={}),
    httpx.Response(422, json={"title": "Unprocessable"}),
    httpx.Response(429, json={"title": "Too many"}),
    httpx.Response(200, json={"receipt": RECEIPT}),
    httpx.Response(201, json={"receipt": "<script>"}),
    httpx.Response(201, json={}),
    httpx.Response(201, text="<html>"),
]


@pytest.mark.parametrize("answer", BROKEN, ids=lambda answer: str(answer))
def test_what_can_not_be_delivered_is_given_back_with_a_phone_number(site_over, answer: Any, caplog) -> None:
    site = site_over(CMSWithIntake(answer))
    with caplog.at_level(logging.DEBUG):
        told = send(site, FORM | {"contact": "070-123 45 67"})
    text = words(told.text)
    assert told.status_code == 503
    assert told.headers["cache-control"] == "no-store"
    assert "Vi kunde inte ta emot det du skickade" in text
    for kept in (FORM["text"], FORM["email"], "070-123 45 67", 'value="email" checked'):
        assert kept in told.text
    assert "010-562 90 00" in text
    assert 'href="mailto:registrator@example.se"' in told.text
    assert FORM["text"] not in caplog.text
    assert FORM["email"] not in caplog.text


def test_when_all_of_the_cms_is_gone_the_form_is_given_back_too(site_over) -> None:
    cms = CMSWithIntake()
    down = False

    def sometimes(request: httpx.Request) -> httpx.Response:
        if down:
            raise httpx.ConnectError("down")
        return cms(request)

    site = site_over(sometimes)
    site.get(PATH)
    down = True
    told = send(site)
    assert told.status_code == 503
    assert FORM["text"] in told.text
    assert "010-562 90 00" in told.text
    down = False
    assert send(site).status_code == 303


def test_a_form_on_a_page_that_was_moved_is_handed_in(site_over) -> None:
    cms = CMSWithIntake()

    def moved(request: httpx.Request) -> httpx.Response:
        if request.url.params.get("html_path") == "/gammal/":
            redirect = {"meta": {"type": "redirect"}, "location": PATH, "permanent": True}
            return httpx.Response(200, json=redirect)
        return cms(request)

    assert send(site_over(moved), path="/gammal/").headers["location"].startswith(PATH)


@pytest.mark.parametrize("stem", ["home", "press_release", "information"])
def test_a_page_without_the_form_takes_none(site_over, stem: str) -> None:
    cms = CMSWithIntake(page=example(f"pages/{stem}"))
    answer = send(site_over(cms))
    assert (answer.status_code, answer.headers["allow"], cms.handed_in) == (405, "GET, HEAD", [])


@pytest.mark.parametrize(
    "path", ["/api/v2/pages/", "/media/x/y.webp", "/static/x", "/health/live", "/myndigheter/"]
)
def test_nothing_else_takes_a_form(site_over, path: str) -> None:
    cms = CMSWithIntake()
    answer = send(site_over(cms), path=path)
    assert (answer.status_code, cms.handed_in) == (405, [])


@pytest.mark.parametrize("path", ["/intake/document-requests/", "/api/v2/../../intake/document-requests/"])
def test_the_private_address_is_not_on_the_visitor_host(site_over, path: str) -> None:
    cms = CMSWithIntake(page=httpx.Response(404, json=example("errors/not_found")))
    site = site_over(cms)
    assert send(site, path=path).status_code in {404, 405}
    assert site.request("POST", path, json=example("requests/sent"), headers=OWN).status_code in {
        400,
        404,
        405,
    }
    assert not cms.handed_in


def test_one_address_can_not_send_without_end(site_over) -> None:
    cms = CMSWithIntake()
    site = site_over(cms)
    statuses = [send(site).status_code for _ in range(31)]
    assert statuses == [303] * 30 + [429]
    told = send(site)
    assert told.headers["retry-after"] == "3600"
    assert FORM["text"] in told.text
    assert len(cms.handed_in) == 30


def test_behind_a_proxy_each_visitor_has_a_limit_of_their_own(site_over) -> None:
    site = site_over(CMSWithIntake(), Config(api_url=CONFIG.api_url, proxies=1))
    first = OWN | {"X-Forwarded-For": "203.0.113.7"}
    assert [send(site, headers=first).status_code for _ in range(31)][-1] == 429
    forged = OWN | {"X-Forwarded-For": "198.51.100.1, 203.0.113.7"}
    assert send(site, headers=forged).status_code == 429
    assert send(site, headers=OWN | {"X-Forwarded-For": "203.0.113.8"}).status_code == 303


def test_receipts_are_told_from_what_is_none() -> None:
    assert is_receipt(RECEIPT)
    for wrong in ("", RECEIPT[:-1] + "A", RECEIPT.replace("-", ""), RECEIPT.lower(), "IOQI-OQIO-QIOQ"):
        assert not is_receipt(wrong)


def test_in_english(site_over) -> None:
    page = example("pages/request") | {"url": "/en/request/"}
    page["meta"] |= {"locale": "en"}
    site = site_over(CMSWithIntake(page=page))
    assert "What do you want to read?" in site.get("/en/request/").text
    assert "Describe what you want to read." in send(site, {"form": "request"}, path="/en/request/").text
    answer = send(site, path="/en/request/")
    assert answer.headers["location"] == f"/en/request/?receipt={RECEIPT}"
    assert "We have received your request" in site.get(answer.headers["location"]).text


def test_a_visitor_who_leaves_in_the_middle_is_no_fault_of_ours(caplog: pytest.LogCaptureFixture) -> None:
    app, sent = make_app(CONFIG, httpx.MockTransport(CMSWithIntake())), []
    headers = [(b"sec-fetch-site", b"same-origin"), (b"content-type", b"application/x-www-form-urlencoded")]
    scope = {"type": "http", "method": "POST", "path": PATH, "raw_path": PATH.encode(), "query_string": b""}

    async def receive() -> dict[str, str]:
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope | {"headers": headers}, receive, send))
    assert sent[0]["status"] == 400
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]

"""Each class of attack in a real browser: nothing runs, leads away or is built that editors and visitors can write."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from urllib.parse import quote

import httpx
import pytest
from playwright.sync_api import Browser
from starlette.responses import HTMLResponse

from tests.frontend import fake_cms
from tests.frontend.attacks import ATTACKS
from tests.frontend.poison import every, poisoned_cms
from tests.frontend.served import Served
from tests.frontend.test_safety import HARMLESS, PATHS, RICH
from tests.frontend.watched import Watched

pytestmark = [pytest.mark.slow, pytest.mark.browser]

WORDS = list(ATTACKS.values())
STEP = 7  # no divisor of their number, so that a field meets another attack each time
INFORMATION = "/offentlighet-och-sekretess/"
GIVEN = [
    "/sok/?q=", "/press/?q=", "/press/?myndighet=", "/press/?typ=", "/press/?ar=", "/press/?sida=", "/myndigheter/?q=",
    "/myndigheter/tullverket/?roll=", f"{fake_cms.FORM}?kvitto=", f"{INFORMATION}?svar=",
    "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/?sidor=", "/", "/en/", "/myndigheter/",
    "/en/search/?q=", "/sok/?q=brott&typ=", "/?",
]  # fmt: skip
"""Addresses that end in what a visitor writes."""
READ = [path for path in PATHS if (path.endswith("/") or "?" in path) and not path.startswith("/en/")]
FORMS = {fake_cms.FORM: "request", INFORMATION: "feedback"}
FILL = """([form, word]) => {
    const found = [...document.forms].find(each => each.elements.form?.value === form);
    for (const field of found.querySelectorAll("input, textarea"))
        if (!["hidden", "radio"].includes(field.type) && !field.closest(".trap")) field.value = word;
    found.submit();
}"""


@pytest.fixture
def watched(chromium: Browser, served_site: Served) -> Iterator[Watched]:
    window = Watched(chromium, served_site.address)
    yield window
    window.close()


def examples(served_site: Served) -> None:
    """The CMS of the contract's examples."""
    served_site.over(httpx.ASGITransport(fake_cms.app))


def rich() -> set[str]:
    """What editors may build: the elements of running text."""
    return {f"{tag} {name}" for tag, name in RICH}


def test_a_page_that_runs_something_would_be_seen(watched: Watched, served_site: Served) -> None:
    """The watch itself: each way to misbehave, on a page that does."""
    bad = "<script>alert(1)</script><img src=https://evil.example/x><a href=javascript:alert(2)>x</a>"
    served_site.over(httpx.ASGITransport(HTMLResponse(bad)))
    seen = watched.look("/media/x", {"html ", "head ", "body ", "a ", "a href", "img ", "script "})
    assert sorted(seen) == [
        "a href=javascript:alert(2)",
        "asked for https://evil.example/x",
        "img src",
        "img src=https://evil.example/x",
        "ran: 1",
    ]


def test_what_editors_write_is_inert(
    watched: Watched, served_site: Served, count: Callable[[int, int], int]
) -> None:
    """Every field of every page, another attack in each; with --full every attack in every field."""
    harmless = {path: rich() for path in READ}
    for words in ([HARMLESS], ["https://www.example.se/sida/"], [HARMLESS, "/sida/"]):
        served_site.over(httpx.MockTransport(poisoned_cms(every(words))))
        for path in READ:
            watched.look(path, ())
            harmless[path] |= set(watched.parts())
    for turn in range(count(3, len(WORDS))):
        served_site.over(httpx.MockTransport(poisoned_cms(every(WORDS, turn * STEP))))
        found = {path: amiss for path in READ if (amiss := watched.look(path, harmless[path]))}
        assert found == {}


def test_what_visitors_write_is_inert(
    watched: Watched, served_site: Served, count: Callable[[int, int], int]
) -> None:
    """Every parameter, path and form, and the address that they come from."""
    examples(served_site)
    harmless: set[str] = set()
    for each in [*GIVEN, *(f"{each}ord" for each in GIVEN)]:
        watched.look(each, ())
        harmless |= set(watched.parts())
    for path, form in FORMS.items():
        harmless |= send(watched, path, form, "ord")
    every_so_often = count(12, 1)
    for number, word in enumerate(WORDS):
        asked = quote(word, safe="")
        for place in [each for at, each in enumerate(GIVEN) if (at + number) % every_so_often == 0]:
            referer = f"{served_site.address}/{asked}"
            assert watched.look(place + asked, harmless, referer=referer) == [], (place, word)


def test_what_visitors_write_in_forms_is_inert(
    watched: Watched, served_site: Served, count: Callable[[int, int], int]
) -> None:
    examples(served_site)
    for path, form in FORMS.items():
        harmless = send(watched, path, form, "ord")
        for word in WORDS[:: count(8, 1)]:
            examples(served_site)  # another site each time, as one counts forms
            new = send(watched, path, form, word) - harmless
            assert (watched.happened, new) == ([], set()), (path, word)


def test_no_page_needs_what_the_policy_forbids(chromium: Browser, served_site: Served) -> None:
    """And so whatever the browser holds back is an attack."""
    examples(served_site)
    window = Watched(chromium, served_site.address, policy=True)
    for path in (
        "/",
        "/en/",
        "/press/",
        "/sok/?q=insats",
        "/myndigheter/",
        INFORMATION,
        fake_cms.FORM,
        "/finns-inte/",
    ):
        window.look(path, ())
        assert window.happened == [], path
    window.close()


def send(watched: Watched, path: str, form: str, word: str) -> set[str]:
    """Fill all fields with the word, choose nothing, and send: the parts of the page that gives it back."""
    watched.look(path, ())
    with watched.page.expect_navigation() as answer:
        watched.page.evaluate(FILL, [form, word])
    assert answer.value.status == 422
    assert watched.page.locator("textarea").first.input_value() != ""
    return set(watched.parts())

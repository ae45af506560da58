"""The fee calculator without script: the sum is the CMS's, faults stand beside the field, the amounts in the text."""

from collections.abc import Callable

import httpx
import pytest

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import Visitor

QUOTE = "/api/v2/fee-schedules/1/quote/"
Asked = list[httpx.URL]


def page(**value: object) -> dict:
    """An information page with a calculator."""
    block = example("blocks/fee_calculator")
    return example("pages/information") | {"body": [block | {"value": block["value"] | value}]}


@pytest.fixture
def calculator(site_over: Callable[..., Visitor]) -> Callable[..., tuple[Visitor, Asked]]:
    """A site with a calculator, whose CMS answers questions of fees as the test says, and what it was asked."""

    def start(answer: httpx.Response | None = None, **value: object) -> tuple[Visitor, Asked]:
        asked: Asked = []
        others = cms_with(page(**value))

        def handler(request: httpx.Request) -> httpx.Response:
            if request.url.path != QUOTE:
                return others(request)
            asked.append(request.url)
            if answer is None:
                raise httpx.ConnectError("gone")
            return answer

        return site_over(handler), asked

    return start


def counted(**changes: object) -> httpx.Response:
    return httpx.Response(200, json=example("quote") | changes)


def test_the_sum_is_the_cmss_own(calculator) -> None:
    site, asked = calculator(counted(amount=81))
    html = site.get("/avgifter/?sidor=25").text
    assert "25 sidor kostar 81 kr" in words(html)
    assert "De första 10 sidorna kostar" in html
    assert "Porto kan tillkomma." in html
    assert [url.params["pages"] for url in asked] == ["25"]
    assert 'value="25"' in html


def test_nothing_is_asked_until_a_visitor_asks(calculator) -> None:
    site, asked = calculator(counted())
    html = site.get("/avgifter/").text
    assert asked == []
    assert 'name="sidor"' in html
    assert 'method="get"' in html
    assert "kostar <strong" not in html


def test_the_amounts_stand_in_the_text(calculator) -> None:
    site, _asked = calculator()
    text = words(site.get("/avgifter/").text)
    assert "Kopior av allmänna handlingar: avgifter från och med 1 januari 2019" in text
    assert "2019 Färre än 10 sidor 0 kr 10 sidor 50 kr Varje sida därutöver 2 kr" in text
    assert "Lagrum: 16 § avgiftsförordningen (1992:191). Senast granskad den 1 september 2026." in text
    assert "Skannad kopia Myndigheten bestämmer själv." in text


def test_a_coming_change_is_told_beforehand(calculator) -> None:
    line = example("blocks/fee_calculator")["value"]["lines"][0]
    site, _asked = calculator(lines=[line, line | {"valid_from": "2027-01-01", "first_fee": 60}])
    text = words(site.get("/avgifter/").text)
    assert text.index("från och med 1 januari 2019") < text.index("från och med 1 januari 2027")


def test_where_nothing_is_free_no_free_order_is_named(calculator) -> None:
    line = example("blocks/fee_calculator")["value"]["lines"][0] | {"free_below": 1}
    site, _asked = calculator(lines=[line])
    text = words(site.get("/avgifter/").text)
    assert "Färre än" not in text
    assert "2019 1 sida 50 kr" in text


@pytest.mark.parametrize(
    "given", ["tio", "", "-1", "1.5", "0", "1000000000", "%00", "%E2%80%AE25", "9" * 999, "<b>"]
)
def test_a_number_that_can_not_be_used_is_told_beside_the_field(calculator, given: str) -> None:
    site, _asked = calculator(httpx.Response(400, json=example("errors/bad_parameter")))
    answer = site.get(f"/avgifter/?sidor={given}")
    assert answer.status_code == 200
    assert 'aria-invalid="true" aria-describedby="f-' in answer.text
    assert "Skriv antalet sidor med siffror, från 1 till 100\N{NO-BREAK SPACE}000." in answer.text
    assert "kostar <strong" not in answer.text


@pytest.mark.parametrize("given", ["%201%20000%20", "1+000", "1%C2%A0000"])
def test_spaces_are_peoples_own(calculator, given: str) -> None:
    site, asked = calculator(counted())
    site.get(f"/avgifter/?sidor={given}")
    assert [url.params["pages"] for url in asked] == ["1000"]


def test_before_the_first_line_there_is_no_sum(calculator) -> None:
    site, _asked = calculator(httpx.Response(404, json=example("errors/not_found")))
    assert "Det finns ingen avgift bestämd för i dag." in site.get("/avgifter/?sidor=25").text


@pytest.mark.parametrize(
    "answer",
    [None, httpx.Response(503), httpx.Response(200, json=[]), httpx.Response(200, json={"amount": 80})],
)
def test_without_an_answer_the_amounts_are_still_there(calculator, answer: httpx.Response | None) -> None:
    site, _asked = calculator(answer)
    found = site.get("/avgifter/?sidor=25")
    assert found.status_code == 200
    assert "Räknaren kan inte svara just nu." in found.text
    assert "Varje sida därutöver" in found.text


def test_in_english(calculator) -> None:
    site, asked = calculator(counted())
    text = words(site.get("/en/fees/?pages=25").text)
    assert "25 pages cost SEK 80 The first 10 pages cost SEK 50." in text
    assert len(asked) == 1


def test_a_broken_block_leaves_the_rest(site_over) -> None:
    block = example("blocks/fee_calculator") | {"value": None}
    broken = example("pages/information")
    broken["body"] = [block, *broken["body"]]
    answer = site_over(cms_with(broken)).get("/avgifter/?sidor=25")
    assert answer.status_code == 200
    assert "Nya brottsupplägg upptäcktes" in answer.text

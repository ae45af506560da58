"""How often one address may ask the API, through proxies and past them."""

from dataclasses import replace

import httpx
import pytest

from tests.frontend.visitor import CONFIG

TIGHT = replace(CONFIG, reads=5, searches=2)
SEARCHES = [
    "/api/v2/pages/?search=tull", "/api/v2/search/?q=tull", "/api/v2/search/suggest/?q=tu",
    "/api/v2/fee-schedules/1/quote/?pages=2", "/api/v2/pages/?sea%72ch=tull",
    "/api/v2/fee-schedules/1/qu%6fte/?pages=2", "/api/v2/pages/?a=1&search=",
]  # fmt: skip


def cms(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={})


def statuses(site, *addresses: str, **headers: str) -> list[int]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return [site.get(address, headers=named).status_code for address in addresses]


def test_reading_has_a_generous_limit_and_searching_a_tighter_one(site_over) -> None:
    site = site_over(cms, TIGHT)
    assert statuses(site, *["/api/v2/pages/"] * 6) == [200] * 5 + [429]
    assert statuses(site_over(cms, TIGHT), *[SEARCHES[0]] * 3, "/api/v2/pages/") == [200, 200, 429, 200]


@pytest.mark.parametrize("address", SEARCHES)
def test_what_is_costly_is_told_by_its_address(site_over, address: str) -> None:
    assert statuses(site_over(cms, TIGHT), *[address] * 3) == [200, 200, 429]


@pytest.mark.parametrize(
    "address", ["/api/v2/pages/?q=search", "/api/v2/pages/find/?html_path=/search/", "/api/v2/changes/"]
)
def test_what_is_not_costly_is_not(site_over, address: str) -> None:
    assert statuses(site_over(cms, TIGHT), *[address] * 3) == [200] * 3


def test_too_many_are_told_so_in_the_apis_shape(site_over) -> None:
    site = site_over(cms, replace(CONFIG, reads=1))
    site.get("/api/v2/pages/")
    for method in ("GET", "HEAD", "OPTIONS"):
        answer = site.request(method, "/api/v2/pages/", headers={"Origin": "https://annan.example"})
        assert answer.status_code == 429
        assert 1 <= int(answer.headers["retry-after"]) <= 60
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "Retry-After" in answer.headers["access-control-expose-headers"]
    body = site.get("/api/v2/pages/").json()
    assert body["status"] == 429
    assert body["message"] == body["detail"]
    assert body["hint"]


def test_pages_and_pictures_are_not_counted(site_over) -> None:
    site = site_over(cms, replace(CONFIG, reads=1))
    assert 429 not in statuses(site, *["/media/0/a.webp", "/static/site.css", "/robots.txt"] * 3)


def test_nobody_escapes_by_claiming_to_be_another(site_over) -> None:
    site = site_over(cms, replace(CONFIG, reads=1, proxies=1))
    assert statuses(site, "/api/v2/pages/", X_Forwarded_For="203.0.113.7") == [200]
    for claim in (
        "198.51.100.1, 203.0.113.7",
        "203.0.113.7:999",
        "x, 203.0.113.7",
        "::1, ::ffff:203.0.113.7",
    ):
        assert statuses(
            site, "/api/v2/pages/", X_Forwarded_For=claim, Forwarded="for=1.1.1.1", X_Real_IP="1.1.1.1"
        ) == [429]


def test_nobody_can_use_up_anothers_share(site_over) -> None:
    """An attacker who writes a victim's address in front of what our proxy adds is counted alone."""
    site = site_over(cms, replace(CONFIG, reads=2, proxies=1))
    statuses(site, *["/api/v2/pages/"] * 9, X_Forwarded_For="203.0.113.7, 198.51.100.1")
    assert statuses(site, "/api/v2/pages/", X_Forwarded_For="203.0.113.7") == [200]


def test_without_a_proxy_of_ours_the_header_says_nothing(site_over) -> None:
    site = site_over(cms, replace(CONFIG, reads=2))
    asked = [statuses(site, "/api/v2/pages/", X_Forwarded_For=f"203.0.113.{number}") for number in range(3)]
    assert asked == [[200], [200], [429]]


def test_a_network_of_ipv6_is_one_visitor(site_over) -> None:
    site = site_over(cms, replace(CONFIG, reads=3, proxies=1))
    asked = [
        statuses(site, "/api/v2/pages/", X_Forwarded_For=f"2001:db8:1:2::{number}") for number in range(4)
    ]
    assert asked == [[200], [200], [200], [429]]
    assert statuses(site, "/api/v2/pages/", X_Forwarded_For="2001:db8:1:3::1") == [200]

"""Limits on what one visitor may ask for: whom they count as one, and what they remember."""

import pytest
from starlette.requests import Request

from frontend import visitors
from frontend.visitors import VisitorLimit, address_of, household


def test_no_address_is_kept_and_a_day_forgets_the_salt() -> None:
    now = 0.0
    limit = VisitorLimit(1, visitors.HOUR, clock=lambda: now)
    assert (limit.allows("203.0.113.7"), limit.allows("203.0.113.7")) == (True, False)
    assert "203.0.113.7" not in repr(vars(limit))
    (hashed,), salt = limit._counts, limit._salt
    now = visitors.HOUR
    assert limit.allows("203.0.113.7")
    assert (list(limit._counts), limit._salt) == ([hashed], salt)
    now = visitors.DAY
    assert limit.allows("203.0.113.7")
    assert list(limit._counts) != [hashed]


def test_memory_has_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(visitors, "MOST_VISITORS", 2)
    limit = VisitorLimit(1, visitors.HOUR)
    assert [limit.allows(address) for address in ("a", "b", "c", "c", "a")] == [True, True, True, True, False]
    assert len(limit._counts) == 2


def test_a_household_has_one_limit_whatever_address_it_takes() -> None:
    assert household("2001:db8:1:2::3") == household("2001:db8:1:2:ffff::1") != household("2001:db8:1:3::3")
    assert household("203.0.113.7") != household("203.0.113.8")
    # As a socket that listens for both kinds says it: not one network for all who come by IPv4.
    assert household("::ffff:203.0.113.7") == household("203.0.113.7") != household("::ffff:203.0.113.8")
    assert household("no address") == "no address"
    assert household("fe80::1%eth0") == household("fe80::2")


@pytest.mark.parametrize(
    ("with_port", "address"),
    [
        ("203.0.113.7:5123", "203.0.113.7"), ("[2001:db8:1:2::3]:443", "2001:db8:1:2::9"),
        ("[2001:db8:1:2::3]", "2001:db8:1:2::9"),
    ],
)  # fmt: skip
def test_a_port_makes_no_other_visitor(with_port: str, address: str) -> None:
    assert household(with_port) == household(address)


@pytest.mark.parametrize(
    ("said", "proxies", "expected"),
    [
        ([], 0, "10.0.0.9"), (["1.1.1.1"], 0, "10.0.0.9"), (["1.1.1.1"], 1, "1.1.1.1"), ([], 1, "10.0.0.9"),
        (["9.9.9.9, 1.1.1.1, 10.0.0.1"], 2, "1.1.1.1"), (["9.9.9.9, 1.1.1.1"], 1, "1.1.1.1"),
        # What a visitor writes comes before what our proxy adds, in the same line or in one of its own.
        (["9.9.9.9", "1.1.1.1"], 1, "1.1.1.1"), (["9.9.9.9, 8.8.8.8", "1.1.1.1", "10.0.0.1"], 2, "1.1.1.1"),
        ([", ,", "1.1.1.1"], 1, "1.1.1.1"), (["1.1.1.1, "], 1, "1.1.1.1"), (["1.1.1.1"], 5, "10.0.0.9"),
    ],
)  # fmt: skip
def test_the_visitors_address_is_what_our_own_proxy_saw(said: list[str], proxies: int, expected: str) -> None:
    headers = [(b"x-forwarded-for", line.encode()) for line in said]
    request = Request({"type": "http", "headers": headers, "client": ("10.0.0.9", 1)})
    assert address_of(request, proxies) == expected


def test_how_long_to_wait() -> None:
    now = 100.0
    limit = VisitorLimit(1, visitors.MINUTE, clock=lambda: now)
    assert limit.wait() == 60
    now = 130.5
    assert limit.wait() == 30
    now = 159.999
    assert limit.wait() == 1
    assert (limit.allows("a"), limit.allows("a")) == (True, False)
    now = 160.0
    assert limit.allows("a")
    assert limit.wait() == 60

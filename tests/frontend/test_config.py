"""Settings: all faults at once, and no way to do without a time limit."""

import pytest

from frontend.__main__ import main
from frontend.config import ConfigError, read_config

GOOD = {"API_URL": "http://127.0.0.1:8000/api/v2"}


def test_defaults() -> None:
    config = read_config(GOOD)
    assert config.api_url == "http://127.0.0.1:8000/api/v2/"
    assert config.cms_origin == "http://127.0.0.1:8000"
    assert (config.host, config.port, config.api_timeout, config.tls) == ("127.0.0.1", 3000, 5.0, False)


def test_all_of_them() -> None:
    config = read_config(GOOD | {"HOST": "0.0.0.0", "PORT": "80", "API_TIMEOUT": "2.5", "TLS": "1"})
    assert (config.host, config.port, config.api_timeout, config.tls) == ("0.0.0.0", 80, 2.5, True)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("API_URL", value)
            for value in ("", "cms", "ftp://cms/", "http://", "http://u:p@cms/", "http://cms/?a")
        ),
        *(("PORT", value) for value in ("0", "65536", "-1", "http", "²")),
        *(("API_TIMEOUT", value) for value in ("0", "-1", "none", "inf", "nan", "61", "1e9")),
        ("TLS", "yes"),
        *(
            (name, value)
            for name in ("READS_PER_MINUTE", "SEARCHES_PER_MINUTE")
            for value in ("0", "-1", "x", "1e9")
        ),
        ("PROXIES", "-1"),
        ("PROXIES", "6"),
        ("PROXIES", "en"),
    ],
)
def test_each_fault_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigError, match=name):
        read_config(GOOD | {name: value})


def test_every_fault_has_its_line() -> None:
    with pytest.raises(ConfigError) as caught:
        read_config({"PORT": "x", "API_TIMEOUT": "0", "TLS": "maybe"})
    assert [line.split()[0] for line in str(caught.value).splitlines()] == [
        "API_URL",
        "PORT",
        "API_TIMEOUT",
        "TLS",
    ]


def test_the_program_says_it_and_stops(monkeypatch, capsys) -> None:
    monkeypatch.delenv("API_URL", raising=False)
    assert main() == 2
    assert "API_URL is missing" in capsys.readouterr().err

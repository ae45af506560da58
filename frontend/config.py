"""Settings from the environment, read once at the start and checked all together."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import httpx

from frontend.theme import Theme, built_in, read_theme

Value = TypeVar("Value")


@dataclass(frozen=True)
class Config:
    """What the site needs to know; `api_timeout` is in seconds, for one whole answer.

    `proxies`: how many of our own add to X-Forwarded-For; only limits ask where a visitor comes from. `reads` and
    `searches`: how often one address may ask the API in a minute, at all and for what costs more.
    """

    api_url: str
    host: str = "127.0.0.1"
    port: int = 3000
    api_timeout: float = 5.0
    tls: bool = False
    proxies: int = 0
    reads: int = 3000
    searches: int = 120
    theme: Theme = field(default_factory=built_in)

    @property
    def cms_origin(self) -> str:
        """The CMS's scheme, host and port, without a slash at the end."""
        url = httpx.URL(self.api_url)
        return f"{url.scheme}://{url.netloc.decode()}"


class ConfigError(Exception):
    """One or more settings are wrong; each line names one and says what to do."""


def read_config(environ: Mapping[str, str]) -> Config:
    """The settings in `environ`. Raises ConfigError with every fault, not only the first."""
    faults: list[str] = []

    def read(name: str, convert: Callable[[str], Value], default: Value) -> Value:
        text = environ.get(name, "").strip()
        try:
            return convert(text) if text else default
        except ValueError as error:
            faults.append(f"{name} is {text!r}: {error}")
            return default

    config = Config(
        api_url=read("API_URL", api_url, ""),
        host=read("HOST", str, Config.host),
        port=read("PORT", port, Config.port),
        api_timeout=read("API_TIMEOUT", seconds, Config.api_timeout),
        tls=read("TLS", switch, Config.tls),
        proxies=read("PROXIES", hops, Config.proxies),
        reads=read("READS_PER_MINUTE", often, Config.reads),
        searches=read("SEARCHES_PER_MINUTE", often, Config.searches),
        theme=read("THEME", theme, built_in()),
    )
    if not environ.get("API_URL", "").strip():
        faults.insert(
            0, "API_URL is missing: set the delivery API's address, such as http://127.0.0.1:8000/api/v2/"
        )
    if faults:
        raise ConfigError("\n".join(faults))
    return config


def api_url(text: str) -> str:
    """An http address that ends in a slash."""
    try:
        url = httpx.URL(text)
    except httpx.InvalidURL as error:
        raise ValueError(f"not an address ({error}).") from error
    if url.scheme not in {"http", "https"} or not url.host or url.query or url.fragment or url.userinfo:
        raise ValueError("give a plain address that begins with http:// or https://.")
    return text if text.endswith("/") else f"{text}/"


def port(text: str) -> int:
    """A TCP port."""
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise ValueError("give a whole number from 1 to 65535.")
    return int(text)


def seconds(text: str) -> float:
    """A time limit. There is no way to switch it off: a CMS that hangs must never hang the site."""
    value = float(text) if text.replace(".", "", 1).isdecimal() else 0.0
    if not 0.1 <= value <= 60:
        raise ValueError("give seconds from 0.1 to 60; the time limit can't be switched off.")
    return value


def hops(text: str) -> int:
    """How many proxies of our own a visitor comes through."""
    if not text.isdecimal() or int(text) > 5:
        raise ValueError("give how many proxies of your own stand in front, from 0 to 5.")
    return int(text)


def often(text: str) -> int:
    """How often in a minute."""
    if not text.isdecimal() or not 1 <= int(text) <= 10_000_000:
        raise ValueError("give how many a minute, from 1 to 10000000.")
    return int(text)


def theme(text: str) -> Theme:
    """The theme in this file."""
    return read_theme(Path(text))


def switch(text: str) -> bool:
    """A setting that is on or off."""
    if text not in {"0", "1"}:
        raise ValueError("give 1 (behind TLS) or 0 (not).")
    return text == "1"

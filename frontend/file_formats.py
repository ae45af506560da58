"""How a file's size and language are written: Jinja filters."""

from collections.abc import Callable

from babel import Locale
from babel.numbers import format_decimal

from frontend.formats import NO_BREAK_SPACE
from frontend.language import Language


def file_filters(language: Language) -> dict[str, Callable[..., str]]:
    """The filters that depend on the language, by name."""
    names: dict[str, str] = dict(Locale.parse(language.code).languages)

    def size(bytes: int) -> str:
        """1,2 MB, or 48 kB: in thousands, as readers' own programs count."""
        megabytes = bytes / 1_000_000
        if megabytes < 1:
            amount = format_decimal(max(1, round(bytes / 1000)), locale=language.code)
            return f"{amount}{NO_BREAK_SPACE}kB"
        amount = format_decimal(megabytes, "#,##0.#" if megabytes < 10 else "#,##0", language.code)
        return f"{amount}{NO_BREAK_SPACE}MB"

    def language_name(tag: str) -> str:
        """engelska; nothing for a language that has no name here."""
        return names.get(tag, "")

    return {"size": size, "language_name": language_name}

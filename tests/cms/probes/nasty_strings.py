# ruff: noqa: E501 (rows of strings)
"""What a request can hold that no honest one does, by class. Bytes as they are sent: percent-encoded."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Final
from urllib.parse import quote


def _quoted(*texts: str) -> list[str]:
    return [quote(text, safe="") for text in texts]


def _cursor(text: str) -> str:
    return urlsafe_b64encode(text.encode()).decode().rstrip("=")


_CURSORS: Final = [
    _cursor(text)
    for text in (
        "", "\n", "\n\n", "title", "title\n", "title\npage:1", "title\npage:1\n", "title\npage:1\n\x00",
        "-published_at\npage:1\n", "-published_at\npage:1\nnow", "-published_at\npage:1\n-infinity",
        "-published_at\npage:1\ninfinity", "-published_at\npage:1\n9999-12-31T23:59:59+00:00",
        "-published_at\npage:1\n0001-01-01T00:00:00+00:00", "-published_at\npage:1\n2026-02-30T00:00:00+00:00",
        "-published_at\npage:1\n2026-01-01T00:00:00", "-published_at\npage:1\n2026-W01-1T00:00:00+00:00",
        "-published_at\n\x00\n2026-01-01T00:00:00+00:00", "-published_at\npage:1\n2026-01-01T00:00:00+23:59:59.999999",
        "-published_at\npage:1\n'; DROP TABLE publishing_current; --", "id\npage:1\n99999999999999999999", "id\npage:1\n-1",
        "id\npage:1\n1e3", "id\npage:1\n٣", "random\npage:1\n1", "relevance\npage:1\n0.5", "\x00\n\x00\n\x00",
        "title\npage:1\n" + "å" * 500, "title\n" + "x" * 1000 + "\ny", "-published_at\npage:1\n" + "9" * 300,
        "-relevance\npage:1\nNaN", "-relevance\npage:1\n1e400", "-published_at\npage:1\n2026-01-01T00:00:00+00:00\nmer",
    )
]  # fmt: skip

_OF_LISTS: Final = [
    ",".join(["1"] * 51),
    ",".join(["1"] * 2000),
    ",",
    ",,",
    "1,",
    ",1",
    "1,,2",
    "1,x",
    "1;2",
    "1 2",
    "1+2",
    "1%2C2",
    "-1,2",
]

_BOMBS: Final = [
    "(" * 500, ")" * 500, "a(" * 300 + ")" * 300, "a(" * 11 + "b" + ")" * 11, "a(b", "a)b", "()", "(a)", "a()", "a(,)",
    "*(*)", "_(_)", "*,*", "_,_", "-*", "-_", "--title", "*,-*", "title,-title", "-title,title", "_,-title", "title(id)",
    "meta(type(x))", "body(value(text))", "a(b)(c)", "a,(b)", ",".join(f"f{n}" for n in range(2000)), "title,,id", "__class__",
    "pk", "*title", "title*", "_,*", "-title(id)", "agencies(-id,*)", "agencies(_,name,-slug)",
]  # fmt: skip

CLASSES: Final[dict[str, list[str]]] = {
    "empty and blank": ["", "%20", "%09", "%0A", "%0D", "%C2%A0", "%E2%80%83", "%E3%80%80", "+", "%0B%0C", "%20%20%20", "%1F", "%7F"],
    "null bytes": ["%00", "a%00", "%00a", "1%00", "%001", "/%00/", "sv%00", "2026-01-01%00", "%C0%80", "\\0", "%2500", "a%00.json"],
    "quotes": _quoted("'", '"', "`", "''", '""', "'\"", "\\'", "”", "´", "a'b", "O'Brien", '"a" "b"', '"a', 'a"', "«»"),
    "sql": _quoted(
        "' OR '1'='1", "1 OR 1=1", "1; DROP TABLE wagtailcore_page", "'; SELECT pg_sleep(5); --", "1)) OR ((1=1", "$1", "%s",
        "%(name)s", "/* */", "--", "1 UNION SELECT null", "E'\\\\x41'", "$$a$$", "::int", "{1,2}", "ARRAY[1]", "NULL", "\\x00",
        "' || (SELECT version()) || '", "CAST(1 AS text)", ";", "title DESC, (SELECT 1)", "published_at; --", "COLLATE \"C\"",
    ),
    "regular expressions": _quoted("(a+)+$", ".*", "[", "(", "\\", "(?i)", "^$", "a{1,99999}", "[[:alpha:]]", "\\d+", "(?<=a)", "*", "+", "?", "|"),
    "templates": _quoted("{{7*7}}", "${7*7}", "#{7*7}", "<%= 7*7 %>", "{% debug %}", "{{config}}", "{0.__class__}", "%{7*7}", "${jndi:ldap://x}", "{{''.__class__.__mro__}}"),
    "format strings": _quoted("%s%s%s%n", "%x", "%d", "{}", "{0}", "{", "}", "{{", "%", "%%", "%1$s", "%(pk)s", "%99999999d", "{:>99999}", "{!r}"),
    "json": _quoted("{}", "[]", "null", "true", '{"a":1}', "[1,2]", '"', "{\"$gt\":\"\"}", json.dumps([[[[]]]]), "[" * 1000, "\\u0000", "\\ud800", "NaN", "1e999"),
    "html": _quoted("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "</title><b>", "&lt;b&gt;", "&#x27;", "javascript:alert(1)", "<!--", "]]>", "<svg/onload=1>", "\"><b>"),
    "not utf-8": ["%FF", "%FE%FF", "%C3", "%C3%28", "%ED%A0%80", "%ED%B0%80", "%ED%A0%BD%ED%B8%80", "%F4%90%80%80", "%E2%82", "%80", "%C0%AF", "%F0%28%8C%BC", "a%FFb", "%F8%88%80%80%80"],
    "broken escapes": ["%", "%%", "%4", "%zz", "%u0041", "%E5%", "a%", "%-1", "%25%", "%G1", "%2", "%%30%30"],
    "right to left": _quoted("\u202eabc", "\u200fabc", "\u2066abc\u2069", "שלום", "مرحبا", "\u061c", "a\u202db", "\u202e/gnp.gpj"),
    "zero width": _quoted("\u200b", "\u200d", "\u200c", "\ufeff", "\ufeffa", "a\u200bb", "\u2060", "\u00ad", "\u180e", "\u034f"),
    "combining": _quoted("a\u030a", "å", "a\u0308", "e" + "\u0301" * 300, "\u0301", "Z̷̢͝a̸", "ﬁ", "ǆ", "İ", "ı", "ß", "ẞ", "ſ", "K", "Å", "oͤ"),
    "emoji": _quoted("😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇸🇪", "☠️", "1️⃣", "\U0010ffff", "\uffff", "\ufffe", "\U0001f600" * 200, "🧑🏽‍🚒", "❤"),
    "other digits": _quoted("１", "１２", "٣", "१", "²", "½", "Ⅷ", "①", "𝟙", "１２３４", "٢٠٢٦", "−1", "1\u00a0000", "1 000", "1'000", "1.000,00"),
    "numbers": _quoted(
        "-1", "-0", "0", "00", "007", "+1", "1.0", "1.5", ".5", "1.", "1e3", "1E3", "1e400", "1e-400", "0x10", "0b1", "0o7", "1_000", "1,5",
        "99999999999999999999", "100000000000000000000", "-99999999999999999999", "2147483647", "2147483648", "-2147483649", "4294967296",
        "9223372036854775807", "9223372036854775808", "18446744073709551616", "9" * 400, "NaN", "nan", "Infinity", "-inf", "inf", "1L", "1n", "١", "1 ", " 1",
        "1\n", "--1", "1-1", "true", "false", "None", "undefined", "0.1e1", "101", "1000001", "9" * 5000,
    ),
    "days": _quoted(
        "2026-02-30", "2026-13-01", "2026-00-00", "0000-00-00", "0001-01-01", "9999-12-31", "10000-01-01", "-2026-01-01", "2026-1-1", "20260101",
        "2026-W01", "2026-W01-1", "2026-001", "01/02/2026", "1.2.2026", "today", "now", "yesterday", "infinity", "-infinity", "epoch", "allballs",
        "1582-10-10", "1899-12-31", "2026-02-29", "2024-02-29", "2026-01-01 ", " 2026-01-01", "２０２６-01-01", "2026-01-01Z", "1767225600", "2026-01-01T", "8999-12-31",
    ),
    "moments": _quoted(
        "2026-01-01T24:00:00", "2026-01-01T25:00", "2026-01-01T12:60", "2026-01-01T12:00:60Z", "2026-01-01T12:00:00+24:00", "2026-01-01T12:00:00+99:99",
        "2026-01-01T12:00:00-00:00", "2026-01-01T12", "2026-01-01t12:00:00z", "2026-01-01 12:00:00", "2026-01-01T12:00:00.1234567Z", "2026-03-29T02:30:00",
        "2026-10-25T02:30:00", "2026-01-01T12:00:00+01", "2026-01-01T12:00:00+0100", "1000-01-01T00:00:00+23:59", "8999-12-31T23:59:59-23:59",
        "9999-12-31T23:59:59-14:00", "0001-01-01T00:00:00+14:00", "2026-01-01T12:00:00Europe/Stockholm", "2026-01-01T12:00:00Z; x", "1000-01-01T00:00:00",
    ),
    "paths": [
        "/../", "/../../etc/passwd", "/./", "/a/../b/", "//", "//evil.example/", "///", "/\\", "\\\\evil.example\\", "%2F", "%2F%2F", "%252F", "%2e%2e%2f",
        "%252e%252e%252f", "..%5C", "/%2e%2e/", "/a%2Fb/", "/a//b/", "/;a/", "/a;b=c/", "/a?b", "/a%3Fb/", "/a%23b/", "/a%00/", "/" + "a/" * 400, "/" + "../" * 400,
        "C:%5C", "file:///etc/passwd", "http://evil.example/", "https:evil", "/http://evil.example/", "javascript:alert(1)", "/~root/", "/.git/", "/.env",
        "/%2e/", "/a/./b", "..", ".", "/..;/", "/%c0%ae%c0%ae/", "%2f..%2f", "/press/2017/../../admin/", "/@evil.example/", "/%5Cevil.example/", "//%2Fevil.example",
        "/%09/evil.example", "/en//", "/EN/", "/Press/", "/index.php", "/%E5%E4%F6/", "/a%CC%8A/", "/%C3%A5/",
    ],
    "line breaks in headers": ["%0D%0ASet-Cookie:a=b", "%0ALocation:%20http://evil", "a%0D%0A%0D%0A%3Chtml%3E", "%E5%98%8A%E5%98%8DSet-Cookie:a", "%0D", "a%0Db", "%E2%80%A8", "%E2%80%A9", "%C2%85", "/%0D%0AX:y/", "%23%0D%0A"],
    "search syntax": _quoted(
        "a & b", "a | b", "!a", "a <-> b", "a:*", ":*", "a:ABCD", "a & ", "& a", "!!", "( a", "a )", "<->", "a <999999> b", "'a'", "a:*B & (c", "-a", "a -b",
        "a OR b", "OR", "AND NOT", "\"a b\"", "\"a", "a\\", "*", "a*", "a~2", "title:a", "a^2", "\\&", "är", "och", "i", "och i att", "a" * 2047, "a " * 1000, "a:" * 500, "'" * 501,
    ),
    "wildcards": _quoted("%", "_", "%%", "a%", "_%", "\\%", "?", "*", "**", "[a-z]", "~", "$HOME", "`id`", "|id", "; id", "&& id", "$(id)", "<(id)", "#", "!"),
    "words of others": _quoted("root", "random", "all", "none", "self", "None", "__proto__", "constructor", "__init__", "password", "pk", "id__gt", "owner", "live", "draft", "sv-SE", "SV", "svenska", "xx", "articles.Nothing", "auth.User", "wagtailcore.Page", "wagtailcore.page", "articles", "..", "a.b.c", "articles.PressReleasePage,auth.User"),
    "cursors": [*_CURSORS, "=", "====", "a", "A===", "!!!!", "-_-_", "4", "TWFu", "TWFu=", "%3D", "w6U", "_w", "Lg", "e30"],
    "lists": _OF_LISTS,
    "fields": [*_BOMBS, *_quoted("title, id", "title\u00a0", "tit\u200ble", "ＴＩＴＬＥ", "Title", "TITLE", "title.id", "title;id", "title|id", "*" * 300)],
    "of the change feed": [f"{n}.{h}" for n in ("0", "1", "00", "-1", "9223372036854775807", "9999999999999999999", "1e1") for h in ("0" * 64, "f" * 64, "F" * 64, "g" * 64, "0" * 63)] + ["0", ".", "0.", ".0"],
    "long": ["a" * 300, "a" * 301, "1" * 1000, "%C3%A5" * 301, "a" * 2001, "/" + "a" * 1999, "/" + "a" * 2500, "a" * 10_240, "%20" * 3000, "1," * 5000, "%F0%9F%98%80" * 800],
}  # fmt: skip
"""Each class by its name; a test holds it to have no string twice."""

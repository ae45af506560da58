# ruff: noqa: S608 (statements are put together from the constants of this module only)
"""Documents as they leave: each one statement, with what depends on the set of pages joined to it.

The stored body is JSON text and stays so; the joined parts, which PostgreSQL makes as JSON text too, are spliced in.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from .http.responses import Answer
from .moment import MOMENT, Moment
from .related import RELATED
from .statements import fetch

SEEN: Final = """
WITH seen AS NOT MATERIALIZED (
  SELECT *, json_build_object('id', split_part(key, ':', 2)::json, 'title', title, 'url', path) AS link
  FROM publishing_current WHERE visible_until IS NULL OR visible_until > statement_timestamp())
"""


def _read(row: str, *joined: str) -> str:
    """The first columns of every statement here: when it was read, and the keys of a row, of what it names and of
    what is joined to it (columns of `joined`).

    USES also has what is missing or unseen; only what is public may be told. Its keys are in the default order of
    letters, and without saying so its index would not be used.
    """
    more = "".join(f" || {column}" for column in joined)
    return f"""
SELECT {MOMENT}, array_remove({row}.key || ARRAY(
  SELECT named.key FROM publishing_use JOIN seen named ON named.key = publishing_use.used
  WHERE publishing_use.key = {row}.key COLLATE "default" ORDER BY named.key)::varchar[]{more}, NULL), """


JOINED: Final = (
    "crumbs.keys", "children.keys", "siblings.keys", "section.keys", "alternates.keys", "related.keys",
    "previous.key", "next.key",
)  # fmt: skip

PAGE: Final = (
    SEEN
    + """
, page AS (
  SELECT seen.*, body.text FROM seen JOIN publishing_body body ON body.hash = seen.body_hash WHERE {column} = %s
  AND type <> 'redirect')"""
    + _read("page", *JOINED)
    + """page.text, parent.json, crumbs.json, children.json, siblings.json, section.json,
  CASE WHEN page.alternates_key <> '' THEN alternates.json END, related.json, previous.link::text, next.link::text
FROM page
LEFT JOIN LATERAL (
  SELECT json_build_object('id', card::json->'id', 'meta', json_build_object('type', type, 'detail_url',
    card::json->'meta'->'detail_url', 'html_url', card::json->'meta'->'html_url'), 'title', title)::text AS json
  FROM seen WHERE tree_path = page.parent_path AND tree_path <> '') parent ON true
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(link ORDER BY tree_path), '[]')::text AS json,
    array_agg(key ORDER BY tree_path) AS keys FROM seen
  WHERE tree_path = ANY(ARRAY(
    SELECT left(page.tree_path, n) FROM generate_series(8, length(page.tree_path) - 4, 4) n))) crumbs
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(link::jsonb || jsonb_build_object('lead', coalesce(card::json->>'lead', ''), 'type', type)
    ORDER BY tree_path), '[]')::text AS json,
    array_agg(key ORDER BY tree_path) AS keys FROM seen
  WHERE parent_path = page.tree_path AND tree_path <> '' AND NOT dated) children
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(link::jsonb || jsonb_build_object('lead', coalesce(card::json->>'lead', ''), 'type', type)
    ORDER BY tree_path), '[]')::text AS json,
    array_agg(key ORDER BY tree_path) AS keys FROM seen
  WHERE parent_path = page.parent_path AND length(tree_path) > 8 AND NOT dated AND NOT page.dated
    AND key <> page.key) siblings
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(link::jsonb || jsonb_build_object('level', length(tree_path) / 4 - 2)
    ORDER BY tree_path), '[]')::text AS json,
    array_agg(key ORDER BY tree_path) AS keys FROM seen
  WHERE parent_path = ANY(ARRAY(
    SELECT left(page.tree_path, n) FROM generate_series(8, length(page.tree_path), 4) n))
    AND (length(tree_path) > 12 OR tree_path = left(page.tree_path, 12)) AND length(tree_path) > 8
    AND length(page.tree_path) > 8 AND NOT dated AND NOT page.dated) section
CROSS JOIN LATERAL (
  SELECT coalesce(json_agg(json_build_object('locale', locale, 'title', title, 'url', path)
    ORDER BY locale), '[]')::text AS json,
    array_agg(key ORDER BY locale) AS keys FROM seen
  WHERE alternates_key = page.alternates_key AND alternates_key <> '' AND key <> page.key) alternates
CROSS JOIN LATERAL ("""
    + RELATED
    + """) related
LEFT JOIN LATERAL (
  SELECT link, key FROM seen WHERE page.dated AND dated AND parent_path = page.parent_path
    AND (published_at, key) < (page.published_at, page.key) ORDER BY published_at DESC, key DESC LIMIT 1) previous
  ON true
LEFT JOIN LATERAL (
  SELECT link, key FROM seen WHERE page.dated AND dated AND parent_path = page.parent_path
    AND (published_at, key) > (page.published_at, page.key) ORDER BY published_at, key LIMIT 1) next ON true
LIMIT 1
"""
)

THING: Final = (
    SEEN
    + _read("thing")
    + """body.text, thing.alternates_key, (
  SELECT coalesce(json_agg(json_build_object('locale', locale, 'title', title, 'url', path)
    ORDER BY locale), '[]')::text FROM seen
  WHERE alternates_key = thing.alternates_key AND alternates_key <> '' AND key <> thing.key)
FROM seen thing JOIN publishing_body body ON body.hash = thing.body_hash WHERE """
)

SITE: Final = (
    SEEN
    + _read("seen")
    + """body.text, (
  SELECT '[' || coalesce(string_agg(card, ',' ORDER BY sort_key, published_at DESC, key), '') || ']' FROM seen notice
  WHERE notice.terms @> ARRAY['notice']::varchar[] AND notice.locale = seen.locale
    AND notice.published_at <= statement_timestamp()), (
  SELECT (link::jsonb || jsonb_build_object('locale', statement.locale))::text FROM seen statement
  WHERE statement.terms @> ARRAY['accessibility_statement']::varchar[]
  ORDER BY statement.locale = seen.locale DESC, statement.tree_path LIMIT 1), (
  SELECT coalesce(json_agg(link ORDER BY sort_key, key), '[]')::text FROM seen audience
  WHERE audience.terms @> ARRAY['audience']::varchar[] AND audience.locale = seen.locale)
FROM seen JOIN publishing_body body ON body.hash = seen.body_hash WHERE seen.key = %s
"""
)


def page_by_key(key: str) -> Answer | None:
    """The page's answer, or None when it is not public."""
    return _page("key", key)


def page_by_path(path: str) -> Answer | None:
    """The answer of the page at a path, or None."""
    return _page("path", path)


def body_by_key(key: str) -> Answer | None:
    """A document that is no page's."""
    return _thing(_row(THING + "thing.key = %s", key))


def body_by_term(name: str, term: str, locale: str) -> Answer | None:
    """The document of the kind `name` that carries a term, in a language if it has one."""
    where = "thing.key LIKE %s AND thing.terms @> ARRAY[%s]::varchar[] AND thing.locale IN ('', %s) LIMIT 1"
    return _thing(_row(THING + where, f"{name}:%", term, locale))


def site(locale: str) -> Answer | None:
    """The site in a language, with notices in force, audiences, and where the accessibility statement is."""
    row = _row(SITE, f"site:{locale}")
    if row is None:
        return None
    read, (body, notices, statement, audiences) = row
    parts = {"notices": notices, "accessibility_statement": statement or "null", "audiences": audiences}
    # A notice begins by the clock, which no sequence tells.
    return read.answer(_with(body, **parts), "site", "page", "notice", "audience", lasting=False)


def _page(column: str, value: str) -> Answer | None:
    row = _row(PAGE.replace("{column}", column), value)
    if row is None:
        return None
    read, (text, parent, crumbs, children, siblings, section, alternates, related, previous, following) = row
    if not read.keys[0].startswith("page:"):  # a thing that has an address of its own
        own = read.keys[0].partition(":")[0]
        return read.answer(_with(text, alternates=alternates), own) if alternates else read.answer(text)
    text = text.replace('"meta":{', f'"meta":{{"parent":{parent or "null"},', 1)
    text = _with(
        text, breadcrumbs=crumbs, children=children, siblings=siblings, section=section, alternates=alternates,
        related=related, previous=previous or "null", next=following or "null",
    )  # fmt: skip
    return read.answer(text, "page")


def _thing(row: tuple[Read, list[Any]] | None) -> Answer | None:
    """A thing with its translations, if it is one that has any to look for."""
    if row is None:
        return None
    read, (text, alternates_key, alternates) = row
    if not alternates_key:
        return read.answer(text)
    return read.answer(_with(text, alternates=alternates), read.keys[0].partition(":")[0])


def _with(text: str, **parts: str) -> str:
    """A JSON object with members added at its end."""
    members = ",".join(f'"{name}":{part}' for name, part in parts.items())
    return f"{text[:-1]},{members}}}"


class Read(NamedTuple):
    """When a row was read, and the keys of what it shows."""

    moment: Moment
    keys: tuple[str, ...]

    def answer(self, text: str, *sets: str, lasting: bool = True) -> Answer:
        """`text` as it was read then; `sets` are those that parts of it were drawn from."""
        return Answer(text, self.moment, (*self.keys, *sets), lasting=lasting)


def _row(statement: str, *values: str) -> tuple[Read, list[Any]] | None:
    """A statement's row: what all have in front, and its own columns."""
    rows = fetch(statement, values)
    if not rows:
        return None
    moment, keys, *columns = rows[0]
    return Read(Moment.of(moment), tuple(keys)), columns

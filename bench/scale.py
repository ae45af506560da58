"""A large newsroom for reading: published press releases copied in the database under addresses and days of their own.

Reading knows no page tree, so that nothing of this reaches Wagtail's tables: no refresh may run afterwards. What
publishing so many costs is measured by `manage.py refresh`, document by document.
"""

from typing import Final

import psycopg

_FIRST: Final = 1_000_000
"""The first id of a copy."""

_COPIES: Final = """
CREATE TEMPORARY TABLE copies AS
WITH models AS MATERIALIZED (
  SELECT key AS model, row_number() OVER (ORDER BY key) - 1 AS place FROM publishing_current
  WHERE type = 'articles.PressReleasePage' AND locale = 'sv')
SELECT current.*, number, 'page:' || %(first)s + number AS new_key,
  rtrim(path, '/') || '-' || number || '/' AS new_path,
  replace('{"id":' || %(first)s + number || substr(text, strpos(text, ',')),
    path, rtrim(path, '/') || '-' || number || '/') AS new_text
FROM generate_series(0, %(count)s - 1) number
JOIN models ON place = number %% (SELECT count(*) FROM models)
JOIN publishing_current current ON current.key = model
JOIN publishing_body body ON body.hash = current.body_hash
"""
_BODIES: Final = """
INSERT INTO publishing_body (hash, text, decision)
SELECT encode(sha256(convert_to(new_text, 'UTF8')), 'hex'), new_text, '' FROM copies ON CONFLICT DO NOTHING
"""
# The steps of a tree path have four signs; real ones end long before 1000.
_ROWS: Final = """
INSERT INTO publishing_current ({columns})
SELECT {values} FROM copies
"""
_USES: Final = """
INSERT INTO publishing_use (key, used)
SELECT copies.new_key, use.used FROM copies JOIN publishing_use use ON use.key = copies.key COLLATE "default"
"""
_MOVED: Final = "UPDATE publishing_head SET sequence = sequence + 1, changed_at = clock_timestamp()"
"""What was kept before knows nothing of the copies."""

_CHANGED: Final = {
    "key": "new_key",
    "path": "new_path",
    "body_hash": "encode(sha256(convert_to(new_text, 'UTF8')), 'hex')",
    "card": "replace(card, path, new_path)",
    "tree_path": "parent_path || upper(to_hex(4096 + number))",
    "alternates_key": "''",
    "words": "'{}'",  # searching isn't measured here, and preparing it takes most of the time
    "folded": "''",
    "published_at": "published_at - number * interval '1 minute'",
}
_COLUMNS: Final = """
SELECT column_name FROM information_schema.columns
WHERE table_name = 'publishing_current' AND is_generated = 'NEVER'
"""


def copy_releases(database_url: str, count: int) -> None:
    """Add `count` press releases to what is read; 61,000 at most."""
    with psycopg.connect(database_url) as connection:
        columns = [name for (name,) in connection.execute(_COLUMNS)]
        values = ", ".join(_CHANGED.get(name, name) for name in columns)
        connection.execute(_COPIES, {"first": _FIRST, "count": count})
        connection.execute(_BODIES)
        connection.execute(_ROWS.format(columns=", ".join(columns), values=values))
        connection.execute(_USES)
        connection.execute(_MOVED)
    with psycopg.connect(database_url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")

"""How PostgreSQL makes words comparable: dictionaries, configurations and the function that fills `Current.search`.

Swedish stop words go first, while they still have their diacritics; then `unaccent`, then the stemmer. The endings -är
and -ör mean nothing to a stemmer that sees -ar and -or, so words with diacritics are also stemmed as they are
written. Those stems stand beside the others, with their diacritics (who types "får" means that, not "far") and without.
"""

from __future__ import annotations

from typing import Final

from django.db import DatabaseError
from django.db.backends.utils import CursorWrapper

EXTENSIONS: Final = ("unaccent", "pg_trgm")

# The parser takes "och/eller", "14.30" and "a@b.se" for one word each, so these marks become spaces first.
_CONFIGURATIONS: Final = """
CREATE TEXT SEARCH DICTIONARY pressrum_{locale}_stop (TEMPLATE = simple, STOPWORDS = {language}, ACCEPT = false);
CREATE TEXT SEARCH CONFIGURATION pressrum_{locale} (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION pressrum_{locale} ALTER MAPPING
  FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part
  WITH pressrum_{locale}_stop, unaccent, {language}_stem;
ALTER TEXT SEARCH CONFIGURATION pressrum_{locale} ALTER MAPPING
  FOR numword, numhword, hword_numpart WITH unaccent, simple;
"""
_ACCENTS: Final = """
CREATE TEXT SEARCH CONFIGURATION pressrum_accents (COPY = swedish);
ALTER TEXT SEARCH CONFIGURATION pressrum_accents DROP MAPPING
  FOR asciiword, asciihword, hword_asciipart, numword, numhword, hword_numpart, int, uint, float, sfloat, version,
    email, url, url_path, host, file;
CREATE TEXT SEARCH CONFIGURATION pressrum_plain (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION pressrum_plain ALTER MAPPING
  FOR asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, hword_part, hword_numpart
  WITH unaccent, simple;
"""
_FUNCTIONS: Final = r"""
CREATE OR REPLACE FUNCTION publishing_spaced(words text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE
  RETURN replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(words,
    '-', ' '), '.', ' '), '/', ' '), '@', ' '), '_', ' '), '<', ' '), '&', ' '), '+', ' '), '~', ' '), U&'\00A0', ' ');

CREATE OR REPLACE FUNCTION publishing_lexemes(locale text, words text)
  RETURNS tsvector IMMUTABLE STRICT PARALLEL SAFE
  RETURN CASE WHEN locale = 'en' THEN to_tsvector('pressrum_en', publishing_spaced(words)) ELSE (
    SELECT to_tsvector('pressrum_sv', spaced) || accents || unaccent('unaccent', accents::text)::tsvector FROM (
      SELECT spaced, to_tsvector('pressrum_accents', spaced) AS accents
      FROM (SELECT publishing_spaced(words) AS spaced OFFSET 0) once OFFSET 0) once) END;

CREATE OR REPLACE FUNCTION publishing_headline(locale text, words text[])
  RETURNS tsvector IMMUTABLE STRICT PARALLEL SAFE
  RETURN setweight(publishing_lexemes(locale, words[1] || ' ' || words[2]), 'A')
    || setweight(publishing_lexemes(locale, words[3] || ' ' || words[4]), 'B');

CREATE OR REPLACE FUNCTION publishing_search(locale text, words text[])
  RETURNS tsvector IMMUTABLE STRICT PARALLEL SAFE
  RETURN publishing_headline(locale, words) || setweight(publishing_lexemes(locale, words[5]), 'C')
    || setweight(publishing_lexemes(locale, words[6]), 'D');
"""
REMOVE: Final = """
DROP FUNCTION publishing_search(text, text[]);
DROP FUNCTION publishing_headline(text, text[]);
DROP FUNCTION publishing_lexemes(text, text);
DROP FUNCTION publishing_spaced(text);
DROP TEXT SEARCH CONFIGURATION pressrum_sv, pressrum_en, pressrum_accents, pressrum_plain;
DROP TEXT SEARCH DICTIONARY pressrum_sv_stop, pressrum_en_stop;
"""


class ExtensionRefused(Exception):
    """The database's user may not add an extension that search needs, or the server doesn't have it."""


def install(cursor: CursorWrapper) -> None:
    """Make all that `Current.search` and searching lean on; what a database has already is left as it is."""
    for name in EXTENSIONS:
        _add(cursor, name)
    cursor.execute("SELECT count(*) FROM pg_ts_config WHERE cfgname = 'pressrum_plain'")
    if not cursor.fetchone()[0]:
        for locale, language in (("sv", "swedish"), ("en", "english")):
            cursor.execute(_CONFIGURATIONS.format(locale=locale, language=language))
        cursor.execute(_ACCENTS)
    cursor.execute(_FUNCTIONS)


def _add(cursor: CursorWrapper, name: str) -> None:
    try:
        cursor.execute(f"CREATE EXTENSION IF NOT EXISTS {name}")
    except DatabaseError as error:
        raise ExtensionRefused(
            f"Search needs PostgreSQL's extension {name}, and the database refuses it ({str(error).strip()}). Install "
            "the server's contrib package if it lacks it; grant CREATE on the database to its user, or have an "
            f"administrator run in this database: CREATE EXTENSION {name};  Then migrate again."
        ) from error

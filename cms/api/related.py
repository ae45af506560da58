# ruff: noqa: S608 (the part is put together from constants only)
"""The pages related to a page, as a part of the statement that reads it: those chosen, then those that share most."""

from typing import Final

MOST: Final = 6
"""How many there are at most, but for those that the editor chose."""
NEAR: Final = 20
"""How many are looked at for each thing that ties pages together: the newest that have it."""

# The newest of each tie come from an index of their own, so that it costs the same among any number of pages. Twice as
# many rows are read as are shown: those that most often are among the newest.
# What can be shared is named once, for all that share it.
RELATED: Final = f"""
  SELECT coalesce(json_agg(other.link::jsonb || jsonb_build_object(
      'lead', coalesce(said->>'lead', ''), 'type', type, 'kind', coalesce(said->>'kind', ''),
      'published_at', said->'meta'->'first_published_at',
      'because', CASE WHEN rank IS NULL THEN split_part(shared[1], ':', 1) ELSE 'chosen' END, 'shared', (
        SELECT coalesce(jsonb_agg(named.as_json->tie ORDER BY place) FILTER (WHERE named.as_json ? tie), '[]')
        FROM unnest(other.shared) WITH ORDINALITY shared (tie, place)))
    ORDER BY rank, cardinality(shared) DESC, published_at DESC, key), '[]')::text AS json,
    array_agg(other.key ORDER BY rank, cardinality(shared) DESC, published_at DESC, key) AS keys
  FROM (
    SELECT jsonb_object_agg(key, jsonb_build_object('type', split_part(key, ':', 1),
      'id', split_part(key, ':', 2)::int,
      'title', CASE page.locale WHEN 'en' THEN coalesce(nullif(card::json->>'english_name', ''), title) ELSE title END,
      'url', CASE locale WHEN '' THEN coalesce(card::json->'urls'->>page.locale, path) ELSE path END)) AS as_json
    FROM seen WHERE key = ANY(page.ties) OFFSET 0) named
  CROSS JOIN (
    SELECT seen.*, array_position(page.chosen, key) AS rank, common.shared FROM seen CROSS JOIN LATERAL (
      SELECT ARRAY(SELECT tie FROM unnest(page.ties) tie WHERE tie = ANY(seen.ties)) AS shared OFFSET 0) common
    WHERE key <> page.key AND key = ANY(page.chosen || ARRAY(
      SELECT newest.key FROM unnest(page.ties) tied CROSS JOIN LATERAL (
        SELECT key, published_at FROM publishing_tie WHERE tie = tied AND locale = page.locale
        ORDER BY published_at DESC, key LIMIT {NEAR}) newest
      WHERE newest.key <> page.key
      GROUP BY newest.key ORDER BY count(*) DESC, max(newest.published_at) DESC, newest.key LIMIT {2 * MOST}))
    ORDER BY rank, cardinality(common.shared) DESC, published_at DESC, key
    LIMIT greatest({MOST}, cardinality(page.chosen))) other
  CROSS JOIN LATERAL (SELECT card::jsonb AS said OFFSET 0) card
"""

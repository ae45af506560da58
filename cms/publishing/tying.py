"""What keeps the table of ties: the database itself, so that whatever writes CURRENT can't forget it."""

from typing import Final

INSTALL: Final = """
CREATE OR REPLACE FUNCTION publishing_keep_ties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM publishing_tie WHERE key = OLD.key;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO publishing_tie (key, tie, locale, published_at)
    SELECT DISTINCT NEW.key, tie, NEW.locale, coalesce(NEW.published_at, 'epoch') FROM unnest(NEW.ties) tie;
  END IF;
  RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER publishing_tied AFTER INSERT ON publishing_current
  FOR EACH ROW WHEN (NEW.ties <> '{}') EXECUTE FUNCTION publishing_keep_ties();
CREATE OR REPLACE TRIGGER publishing_untied AFTER DELETE ON publishing_current
  FOR EACH ROW WHEN (OLD.ties <> '{}') EXECUTE FUNCTION publishing_keep_ties();
CREATE OR REPLACE TRIGGER publishing_tied_anew AFTER UPDATE ON publishing_current
  FOR EACH ROW WHEN ((OLD.key, OLD.ties, OLD.locale, OLD.published_at)
    IS DISTINCT FROM (NEW.key, NEW.ties, NEW.locale, NEW.published_at)) EXECUTE FUNCTION publishing_keep_ties();
"""

REMOVE: Final = "DROP FUNCTION publishing_keep_ties() CASCADE"

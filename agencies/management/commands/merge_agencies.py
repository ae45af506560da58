"""``manage.py merge_agencies``: one agency takes the place of another, which is deleted."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from agencies.merging import merge
from agencies.models import Agency
from cms.publishing.models import FormerPath


class Command(BaseCommand):
    help = (
        "Let one agency stand wherever another did, in drafts and plans too, and delete that other. "
        "Only says what it would do, unless --write is given."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """By slug, as in the address."""
        parser.add_argument("old", metavar="FROM", help="the slug of the agency that goes")
        parser.add_argument("new", metavar="INTO", help="the slug of the agency that stays")
        parser.add_argument("--write", action="store_true", help="do it")
        parser.add_argument(
            "--name-until",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="keep FROM's name as a former name of INTO, used until this day",
        )

    def handle(self, *args: Any, old: str, new: str, **options: Any) -> None:
        """Merge in one transaction, which is rolled back when nothing is to be written."""
        if old == new:
            raise CommandError("An agency can't be merged into itself.")
        stays = _agency(new)
        goes = Agency.objects.filter(slug=old).first()
        if goes is None:
            self.stdout.write(_already(old, stays))
            return
        with transaction.atomic():
            done = merge(goes, stays, options["name_until"])
            transaction.set_rollback(not options["write"])
        for place, count in done.items():
            self.stdout.write(f"  {place}: {count}")
        end = "." if options["write"] else " if --write were given. Nothing is changed."
        self.stdout.write(f"{old} is merged into {new}{end}")


def _agency(slug: str) -> Agency:
    try:
        agency: Agency = Agency.objects.get(slug=slug)
    except Agency.DoesNotExist:
        raise CommandError(f"There is no agency with the slug {slug}.") from None
    return agency


def _already(slug: str, stays: Agency) -> str:
    """What to say of an agency that isn't there. CommandError when it never was merged into the other."""
    if FormerPath.objects.filter(key=f"agency:{stays.pk}", path__endswith=f"/{slug}/").exists():
        return f"{slug} is merged into {stays.slug} already."
    raise CommandError(f"There is no agency with the slug {slug}.")

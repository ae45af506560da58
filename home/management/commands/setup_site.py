"""`manage.py setup_site`: make an empty database ready for editors, without any demo content."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from home.groups import set_up_groups
from home.site_setup import set_up_site


class Command(BaseCommand):
    help = "Make languages, home pages, press lists, groups and settings. Safe to run at every deploy."

    def add_arguments(self, parser: CommandParser) -> None:
        """The authority's name is asked for once; later it is a setting in the admin."""
        parser.add_argument(
            "--name", default=settings.WAGTAIL_SITE_NAME, help="the authority's name, at first"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Make what is missing, and say what that was."""
        if not settings.SITE_URL:
            raise CommandError(
                "SITE_URL is not set: give the visitor site's address, such as https://example.se"
            )
        made = [*set_up_site(settings.SITE_URL, options["name"]), *set_up_groups()]
        self.stdout.write(f"Site: made {', '.join(made)}" if made else "Site: all is there")

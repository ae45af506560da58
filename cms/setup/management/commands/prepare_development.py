"""`manage.py prepare_development`: the database as `make run` needs it, first time and every time."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import BaseCommand

from cms.setup import administrator


class Command(BaseCommand):
    help = "Migrate, load the demo site into an empty database, make an administrator. For development."

    def handle(self, *args: Any, **options: Any) -> None:
        """Each step does nothing when it is done already, so an interrupted first run is made whole by the next."""
        call_command("migrate", interactive=False, verbosity=1)
        call_command("setup_site")
        # Users come last: without one, this database is new, or its first run was interrupted.
        if not get_user_model().objects.exists():
            self.stdout.write("The database is new: loading the demo site")
            call_command("load_demo")
        if not administrator.exists():
            self.stdout.write(
                f"\nAn administrator was made. This is shown once:\n  User name: {administrator.NAME}\n"
                f"  Password:  {administrator.set_password()}\n"
            )

"""`manage.py new_admin_password`: what `make admin` runs."""

from typing import Any

from django.core.management.base import BaseCommand

from cms.setup import administrator


class Command(BaseCommand):
    help = "Give the user admin a new password, and print it once."

    def handle(self, *args: Any, **options: Any) -> None:
        """Set it and print it."""
        self.stdout.write(f"User name: {administrator.NAME}\nPassword:  {administrator.set_password()}\n")

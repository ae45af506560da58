"""``manage.py verify_ledger``: walks the hash chain and every body."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cms.publishing import ledger


class Command(BaseCommand):
    help = "Check that no row of the ledger and no body was changed since it was written."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            rows = ledger.verify()
        except ValueError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"The ledger is whole: {rows} rows.")

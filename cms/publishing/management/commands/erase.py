"""``manage.py erase``: removes what was published under a key, by a numbered decision (gallringsbeslut, arkivlagen)."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from cms.publishing.ledger import erase


class Command(BaseCommand):
    help = (
        "Erase the earlier bodies of a key under a numbered decision. The ledger keeps its rows and hashes."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("key", help="for example page:12")
        parser.add_argument("--decision", required=True, help="the decision's registry number")

    def handle(self, *args: Any, key: str, decision: str, **options: Any) -> None:
        erased = erase(key, decision)
        if not erased:
            raise CommandError(f"Nothing to erase under {key}. What is public now must be unpublished first.")
        self.stdout.write(f"{erased} bodies of {key} erased under {decision}.")

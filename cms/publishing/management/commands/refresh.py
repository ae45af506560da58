"""``manage.py refresh``: builds every document anew. What has not changed stays as it is, so it can run at any time."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from cms.publishing.marks import mark_everything
from cms.publishing.models import Head, Mark
from cms.publishing.publisher import drain


class Command(BaseCommand):
    help = "Build every public document anew, with a progress bar. Safe at any time; a change appends to the ledger."

    def handle(self, *args: Any, **options: Any) -> None:
        before = _sequence()
        total = mark_everything()
        done = 0
        with tqdm(total=total, unit=" documents", disable=options["verbosity"] == 0) as bar:
            while step := drain():
                done += step
                bar.total = max(total, done)
                bar.update(step)
        failed = list(Mark.objects.exclude(error="").values_list("key", "error").distinct())
        self.stdout.write(f"{total} documents looked at, {_sequence() - before} rows appended to the ledger.")
        if failed:
            lines = "\n".join(f"  {key}: {error}" for key, error in failed)
            raise CommandError(f"{len(failed)} could not be built; the worker tries again:\n{lines}")


def _sequence() -> int:
    return Head.objects.values_list("sequence", flat=True).first() or 0

"""`manage.py load_demo`: a newsroom to look at, and as many press releases as load and scale work needs."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from tqdm import tqdm

from home.demo.bulk import CHUNK
from home.demo.loader import DemoSite
from home.demo.tree import NoSiteError


class Command(BaseCommand):
    help = "Load the demo site. What is there already is left as it is, whatever editors have made of it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Generated press releases come on top of the written ones."""
        parser.add_argument(
            "--articles",
            type=int,
            default=0,
            metavar="N",
            help="see to it that there are N generated press releases",
        )
        parser.add_argument("--seed", type=int, default=1, help="another seed generates others (default: 1)")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, a line for each thing that was made; generate, with a progress bar."""
        made: list[str] = []
        try:
            site = DemoSite(lambda line: self._tell(made, line))
        except NoSiteError:
            raise CommandError(
                "There is no site to load the demo into: run manage.py setup_site first."
            ) from None
        site.load()
        self.stdout.write(f"Demo site: made {len(made)} things" if made else "Demo site: all is there")
        if options["articles"]:
            self._generate(site, options["articles"], options["seed"], quiet=options["verbosity"] == 0)

    def _generate(self, site: DemoSite, count: int, seed: int, *, quiet: bool) -> None:
        missing = site.missing(seed, count)
        with tqdm(total=len(missing), unit=" articles", disable=quiet or not missing) as bar:
            for start in range(0, len(missing), CHUNK):
                chunk = missing[start : start + CHUNK]
                site.generate(chunk)
                bar.update(len(chunk))
        self.stdout.write(f"Generated press releases: made {len(missing)}, there are {count}")

    def _tell(self, made: list[str], line: str) -> None:
        made.append(line)
        self.stdout.write(f"  {line}")

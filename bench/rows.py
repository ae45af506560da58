"""What is asked for, and how each answer is measured beside nginx: in turns, so that noise falls on both."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from statistics import median
from urllib.parse import quote

from bench.load import Burst, burst
from bench.usage import cpu_seconds

RELEASE = "/press/2017/slutrapport-om-insatsen-mot-organiserad-brottslighet/"
WARM_UP_SECONDS = 1


@dataclass
class Row:
    """One kind of answer. `cpu` has milliseconds a request by program, a value for each round; `script` is wrk's."""

    name: str
    title: str
    url: str
    script: str = ""
    bytes: int = 0
    bursts: list[Burst] = field(default_factory=list)
    beside: list[Burst] = field(default_factory=list)
    cpu: dict[str, list[float]] = field(default_factory=dict)

    @property
    def per_second(self) -> float:
        """The median of the rounds."""
        return median(each.per_second for each in self.bursts)

    @property
    def nginx_per_second(self) -> float:
        """The same of nginx."""
        return median(each.per_second for each in self.beside)

    def cpu_milliseconds(self, program: str) -> float:
        """The median of the rounds."""
        return median(self.cpu[program])


def api_rows(cms: str) -> list[Row]:
    """What a frontend asks the CMS for."""
    page = f"{cms}/api/v2/pages/find/?html_path={quote(RELEASE)}"
    twenty = f"{cms}/api/v2/pages/?type=articles.PressReleasePage&locale=sv&limit=20"
    return [
        Row("page.json", "page JSON, kept", page),
        Row("anew.json", "page JSON, read anew", page, "spellings.lua"),
        Row("held.json", "list of 20, kept", twenty),
        Row("list.json", "list of 20, read anew", twenty, "parts.lua"),
    ]


def all_rows(cms: str, site: str) -> list[Row]:
    """Those, and what a visitor gets."""
    public = f"{site}/api/v2/pages/find/?html_path={quote(RELEASE)}"
    return [
        *api_rows(cms),
        Row("public.json", "page JSON through the visitor site", public),
        Row("page.html", "rendered page", f"{site}{RELEASE}"),
    ]


def measure(
    rows: list[Row], programs: Mapping[str, int], wrk: str, nginx: tuple[str, int], seconds: int
) -> None:
    """Add one round to each row; `programs` are the process ids by name, `nginx` its address and process id."""
    address, pid = nginx
    for row in rows:
        burst(wrk, row.url, WARM_UP_SECONDS, row.script)
        before = {name: cpu_seconds(each) for name, each in programs.items()}
        row.bursts.append(burst(wrk, row.url, seconds, row.script))
        for name, spent in _spent(before, programs):
            row.cpu.setdefault(name, []).append(spent * 1000 / row.bursts[-1].requests)
        before_nginx = cpu_seconds(pid)
        row.beside.append(burst(wrk, f"{address}/{row.name}", seconds))
        spent = cpu_seconds(pid) - before_nginx
        row.cpu.setdefault("nginx", []).append(spent * 1000 / row.beside[-1].requests)


def _spent(before: Mapping[str, float], programs: Mapping[str, int]) -> Iterator[tuple[str, float]]:
    for name, pid in programs.items():
        yield name, cpu_seconds(pid) - before[name]

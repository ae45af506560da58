"""What one transaction of the publisher writes: gathered key by key, then written table by table, in bulk."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from .models import Body, Current, FormerPath, Gone, PublicFile, Use

NamedFile = tuple[str, str, str]
"""Address, storage name and content type."""

COLUMNS: Final = tuple(each.attname for each in Current._meta.concrete_fields if not each.generated)
"""The columns of CURRENT that the publisher writes."""
_REPLACED: Final = [name for name in COLUMNS if name != "key"]


@dataclass(slots=True)
class Writing:
    """Rows that wait for `write`.

    `bodies` are texts by their hash; `uses` and `files` are those to add; `moved` are keys that now stand at a path.
    """

    bodies: dict[str, str] = field(default_factory=dict)
    rows: list[Current] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    files: list[PublicFile] = field(default_factory=list)
    unused: list[int] = field(default_factory=list)
    refiled: list[str] = field(default_factory=list)
    moved: dict[str, str | None] = field(default_factory=dict)

    def use(self, key: str, now: Iterable[str], known: dict[str, int]) -> None:
        """Bring what a key's document asks for up to date; `known` has the primary keys of the rows there are."""
        wanted = set(now)
        self.uses += [Use(key=key, used=used) for used in sorted(wanted - known.keys())]
        self.unused += [pk for used, pk in known.items() if used not in wanted]

    def name_files(self, key: str, now: set[NamedFile], known: set[NamedFile]) -> None:
        """Bring the files that a key's document names up to date."""
        if now == known:
            return
        self.refiled.append(key)
        self.files += [
            PublicFile(key=key, address=address, storage_name=name, content_type=kind)
            for address, name, kind in sorted(now)
        ]

    def write(self) -> None:
        """Write it all. A body that was erased is whole again when it is published anew."""
        bodies = [Body(hash=hash, text=text) for hash, text in self.bodies.items()]
        Body.objects.bulk_create(
            bodies, update_conflicts=True, unique_fields=["hash"],
            update_fields=["text", "erased_at", "decision"],
        )  # fmt: skip
        Current.objects.bulk_create(
            self.rows, update_conflicts=True, unique_fields=["key"], update_fields=_REPLACED
        )
        if self.unused:
            Use.objects.filter(pk__in=self.unused).delete()
        Use.objects.bulk_create(self.uses)
        if self.refiled:
            PublicFile.objects.filter(key__in=self.refiled).delete()
        PublicFile.objects.bulk_create(self.files)
        self._arrive()

    def _arrive(self) -> None:
        """What is at an address, or is public again, is neither said to have left it nor to be gone."""
        former = FormerPath.objects.filter(path__in=[path for path in self.moved.values() if path])
        back = [path for path, key in former.values_list("path", "key") if self.moved.get(key) == path]
        if back:
            FormerPath.objects.filter(path__in=back).delete()
        if self.moved:
            Gone.objects.filter(key__in=self.moved).delete()

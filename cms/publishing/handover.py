"""One thing takes over from another that is deleted: the addresses of the one lead to the other."""

from __future__ import annotations

from .models import Current, FormerPath, Gone
from .publisher import publish


def hand_over(old: str, new: str) -> None:
    """Withdraw the key `old`, whose thing is deleted, and let all addresses that it had lead to `new`.

    In one transaction with the deletion: whoever follows an old link is at no moment told that the thing is gone.
    """
    publish([old])
    if Current.objects.filter(key=old).exists():
        raise RuntimeError(f"{old} could not be withdrawn.")
    FormerPath.objects.filter(key=old).update(key=new)
    Gone.objects.filter(key=old).delete()

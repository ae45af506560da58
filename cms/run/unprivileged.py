"""Who runs the development database: PostgreSQL refuses root, so root hands it to a user without rights."""

import os
import pwd
import stat
from pathlib import Path


def server_user() -> pwd.struct_passwd:
    """Ourselves, or as root the first user of the machine that has no rights."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise LookupError("root can't run PostgreSQL, and this machine has neither a user postgres nor nobody.")


def may_enter(user: pwd.struct_passwd, folder: Path) -> bool:
    """Whether the user may pass through the folder and all above it, as far as they exist."""
    existing = [path for path in (folder, *folder.parents) if path.exists()]
    return user.pw_uid == 0 or all(_may_pass(user, path.stat()) for path in existing)


def _may_pass(user: pwd.struct_passwd, status: os.stat_result) -> bool:
    if status.st_uid == user.pw_uid:
        return bool(status.st_mode & stat.S_IXUSR)
    if status.st_gid == user.pw_gid:
        return bool(status.st_mode & stat.S_IXGRP)
    return bool(status.st_mode & stat.S_IXOTH)


def make_folder(folder: Path, user: pwd.struct_passwd) -> None:
    """Make a folder for this user alone; the folders above it are left as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    if os.geteuid() == 0:
        os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o700)

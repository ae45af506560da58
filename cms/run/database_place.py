"""Where the development database lies and how it is reached; known whether or not it runs."""

import hashlib
import os
import tempfile
from pathlib import Path
from urllib.parse import quote

from cms.run.unprivileged import may_enter, server_user

DATABASE = "pressrum"
SUPERUSER = "postgres"
ROOTS_FOLDER = Path("/var/lib")
LONGEST_SOCKET_FOLDER = 80  # a socket's address is at most 107 bytes on Linux, its name included


class DatabasePlace:
    """The paths and the address of the one database under a VAR_DIR."""

    def __init__(self, var_dir: Path) -> None:
        self.var_dir = var_dir
        self.user = server_user()

    @property
    def folder(self) -> Path:
        """Under VAR_DIR, or under /var/lib when we are root and the server's user may not go to VAR_DIR.

        No parent folder's mode is changed for it.
        """
        elsewhere = ROOTS_FOLDER / f"pressrum-{_digest(self.var_dir)}"
        if os.geteuid() == 0 and (elsewhere.exists() or not may_enter(self.user, self.var_dir)):
            return elsewhere
        return self.var_dir / "postgres"

    @property
    def data(self) -> Path:
        """PostgreSQL's own data directory."""
        return self.folder / "data"

    @property
    def log(self) -> Path:
        """What the server has to say."""
        return self.folder / "server.log"

    @property
    def socket_folder(self) -> Path:
        """Beside the data, or in the machine's temporary folder when that address would be too long."""
        beside = self.folder / "socket"
        if len(os.fsencode(beside)) <= LONGEST_SOCKET_FOLDER:
            return beside
        return Path(tempfile.gettempdir()) / f"pressrum-{self.user.pw_uid}-{_digest(self.folder)}"

    def url(self, database: str = DATABASE) -> str:
        """The address for DATABASE_URL."""
        return f"postgresql:///{database}?host={quote(str(self.socket_folder), safe='/')}&user={SUPERUSER}"

    def last_words(self) -> str:
        """The last line of the server's log, and where the rest is."""
        lines = self.log.read_text(errors="replace").strip().splitlines() if self.log.exists() else []
        return f"{lines[-1] if lines else 'it said nothing'} (all of it in {self.log})"


def _digest(path: Path) -> str:
    return hashlib.sha256(os.fsencode(path.absolute())).hexdigest()[:12]

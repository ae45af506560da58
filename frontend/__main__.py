"""`python -m frontend`: read the settings, say every fault in them, then serve."""

import os
import sys

import uvicorn

from frontend import logs
from frontend.app import make_app
from frontend.config import ConfigError, read_config


def main() -> int:
    """Serve until told to stop; 2 when the settings are wrong."""
    try:
        config = read_config(os.environ)
    except ConfigError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    logs.configure()
    uvicorn.run(
        make_app(config),
        host=config.host,
        port=config.port,
        log_config=None,  # our own JSON lines
        access_log=False,  # written by frontend.logs, without addresses of visitors
        proxy_headers=False,  # nothing here depends on who the visitor is
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""nginx on loopback, serving given bytes as files."""

import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from bench.system import free_port, wait_for
from cms.run.children import start_child

CONFIGURATION = """
worker_processes 2;
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/nginx.log warn;
events {{ worker_connections 256; }}
http {{
  access_log off;
  sendfile on;
  keepalive_requests 1000000000;
  types {{ }}
  client_body_temp_path {folder}/nginx-body;
  proxy_temp_path {folder}/nginx-proxy;
  fastcgi_temp_path {folder}/nginx-fastcgi;
  uwsgi_temp_path {folder}/nginx-uwsgi;
  scgi_temp_path {folder}/nginx-scgi;
  open_file_cache max=100;
  server {{
    listen 127.0.0.1:{port} backlog=1024;
    root {folder}/files;
{locations}
  }}
}}
"""
LOCATION = '    location = /{name} {{ default_type "{media_type}"; }}'


@contextmanager
def serving(
    program: str, folder: Path, answers: Mapping[str, tuple[bytes, str]]
) -> Iterator[tuple[str, int]]:
    """The address below which each answer has its name, and nginx's process id."""
    files = folder / "files"
    files.mkdir(exist_ok=True)
    locations = []
    for name, (body, media_type) in answers.items():
        (files / name).write_bytes(body)
        locations.append(LOCATION.format(name=name, media_type=media_type))
    port = free_port()
    text = CONFIGURATION.format(folder=folder, port=port, locations="\n".join(locations))
    configuration = folder / "nginx.conf"
    configuration.write_text(text)
    process = start_child(
        [program, "-e", f"{folder}/nginx.log", "-c", configuration], output=subprocess.DEVNULL
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/{next(iter(answers))}")
        yield f"http://127.0.0.1:{port}", process.pid
    finally:
        process.terminate()
        process.wait()

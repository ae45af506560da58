"""Production settings: nothing is missing quietly, and Django's own deployment check finds nothing."""

import json
import logging
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cms.run.stages import PROJECT
from cms.settings.environment import Environment, database_from_url
from cms.settings.json_logs import JsonFormatter

GIVEN = {
    "SECRET_KEY": "k" * 20 + "0123456789abcdefghijklmnopqrstuvwxyz",
    "DATABASE_URL": "postgresql://news:word@127.0.0.1:1/news",
    "SITE_URL": "https://www.example.se",
    "ADMIN_URL": "https://admin.example.se",
}


def manage(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """manage.py with the production settings and these variables alone."""
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "cms.settings.production"}
    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        env=environment | variables,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        timeout=60,
    )


@pytest.mark.slow
def test_all_that_is_missing_is_named_in_one_line() -> None:
    done = manage("check", SITE_URL="https://www.example.se")
    assert done.returncode != 0
    [line] = done.stderr.strip().splitlines()
    assert "SECRET_KEY, DATABASE_URL, ADMIN_URL." in line


@pytest.mark.slow
def test_the_deployment_check_is_clean(tmp_path: Path) -> None:
    secret = tmp_path / "key"
    secret.write_text(GIVEN["SECRET_KEY"] + "\n")
    variables = {name: value for name, value in GIVEN.items() if name != "SECRET_KEY"}
    done = manage("check", "--deploy", "--fail-level", "WARNING", SECRET_KEY_FILE=str(secret), **variables)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.slow
def test_only_the_named_hosts_are_answered() -> None:
    program = "from django.conf import settings; print(settings.ALLOWED_HOSTS)"
    done = manage("shell", "--no-imports", "-c", program, INTERNAL_HOSTS="cms, localhost", **GIVEN)
    assert done.stdout.strip() == "['admin.example.se', 'cms', 'localhost']"


def test_a_database_address_keeps_its_parameters() -> None:
    settings = database_from_url("postgresql://n%C3%A4r:p%40ss@db:6432/news?sslmode=require", pool_size=3)
    assert (settings["USER"], settings["PASSWORD"]) == ("när", "p@ss")
    assert (settings["HOST"], settings["PORT"]) == ("db", "6432")
    assert settings["OPTIONS"]["sslmode"] == "require"
    assert settings["OPTIONS"]["pool"]["max_size"] == 3


def test_a_file_comes_before_a_variable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "secret").write_text("from the file\n")
    monkeypatch.setenv("WORD_FILE", str(tmp_path / "secret"))
    monkeypatch.setenv("WORD", "from the variable")
    assert Environment().get("WORD") == "from the file"


def test_a_log_line_is_one_json_object() -> None:
    try:
        int("Å")
    except ValueError:
        record = logging.LogRecord("news", logging.ERROR, "f", 1, "två\nrader", None, sys.exc_info())
    line = JsonFormatter().format(record)
    assert "\n" not in line
    entry = json.loads(line)
    assert (entry["level"], entry["message"]) == ("error", "två\nrader")
    assert "ValueError" in entry["trace"]


@pytest.mark.slow
def test_the_worker_writes_json_alone_and_stops_when_told(tmp_path: Path) -> None:
    environment = {"PATH": os.environ["PATH"], "DJANGO_SETTINGS_MODULE": "cms.settings.production"} | GIVEN
    with (tmp_path / "log").open("w+") as log:
        command = [sys.executable, "manage.py", "worker"]
        worker = subprocess.Popen(command, env=environment, cwd=PROJECT, stdout=log, stderr=log)
        try:
            deadline = time.monotonic() + 30
            while "running" not in (tmp_path / "log").read_text() and time.monotonic() < deadline:
                time.sleep(0.1)
            worker.send_signal(signal.SIGTERM)
            assert worker.wait(timeout=30) == 0
        finally:
            worker.kill()
    entries = [json.loads(line) for line in (tmp_path / "log").read_text().splitlines()]
    messages = [entry["message"] for entry in entries]
    assert (messages[0], messages[-1]) == ("The worker is running.", "The worker has stopped.")

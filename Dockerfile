# Two images from one file: `--target cms` (admin, API, worker, commands) and `--target frontend` (visitor site).
# Every package is installed by its hash, and the installer stays behind. BASE is any Debian with Python 3.11 and its venv module.
ARG BASE=python:3.11-slim-bookworm

FROM ${BASE} AS base
ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    PATH=/opt/venv/bin:$PATH
RUN groupadd --gid 10001 pressrum \
    && useradd --uid 10001 --gid pressrum --no-create-home --home-dir /nonexistent --shell /usr/sbin/nologin pressrum
WORKDIR /srv/pressrum

FROM base AS cms-packages
COPY requirements/cms.txt requirements/
RUN python3 -m venv /opt/venv && pip install --require-hashes --requirement requirements/cms.txt \
    && pip check && pip uninstall --yes --quiet setuptools pip

FROM base AS cms
COPY --from=cms-packages /opt/venv /opt/venv
COPY manage.py ./
COPY cms cms
COPY agencies agencies
COPY disclosure disclosure
COPY feedback feedback
COPY articles articles
COPY home home
COPY docs/redaktor docs/redaktor
ENV DJANGO_SETTINGS_MODULE=cms.settings.production INTERNAL_HOSTS=localhost VAR_DIR=/var/lib/pressrum \
    GRANIAN_HOST=0.0.0.0 GRANIAN_PORT=8000 GRANIAN_WORKERS=2 GRANIAN_BLOCKING_THREADS=2 DATABASE_POOL_SIZE=2 \
    GRANIAN_LOG_CONFIG=cms/settings/server_logs.json GRANIAN_LOG_LEVEL=warning GRANIAN_WORKERS_KILL_TIMEOUT=20
# The settings want their secrets even here, where none is used: these are read by this one command and kept nowhere.
RUN SECRET_KEY=build DATABASE_URL=postgresql:///build SITE_URL=https://build ADMIN_URL=https://build \
    python manage.py collectstatic --noinput --verbosity 0 \
    && install --directory --owner pressrum --group pressrum /var/lib/pressrum
# The user pressrum, as a number: Kubernetes' runAsNonRoot can't tell who a name is.
USER 10001
VOLUME /var/lib/pressrum
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["python", "-c", \
    "from urllib.request import urlopen; urlopen('http://localhost:8000/health/live', timeout=4)"]
CMD ["granian", "--interface", "wsgi", "--no-ws", "cms.wsgi:application"]

FROM base AS frontend-packages
COPY requirements/frontend.txt requirements/
RUN python3 -m venv /opt/venv && pip install --require-hashes --requirement requirements/frontend.txt \
    && pip check && pip uninstall --yes --quiet setuptools pip

FROM base AS frontend
COPY --from=frontend-packages /opt/venv /opt/venv
COPY frontend frontend
ENV HOST=0.0.0.0 PORT=3000
USER 10001
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=10s CMD ["python", "-c", \
    "from urllib.request import urlopen; urlopen('http://localhost:3000/health/live', timeout=4)"]
CMD ["python", "-m", "frontend"]

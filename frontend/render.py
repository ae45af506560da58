"""Documents to HTML. Templates are found by the name of the type; unknown types never break a page."""

import logging
from pathlib import Path
from typing import Any

from jinja2 import ChainableUndefined, Environment, FileSystemLoader, TemplateNotFound, Undefined
from jinja2.environment import TemplateModule

from frontend.cms import Document
from frontend.file_formats import file_filters
from frontend.formats import address, filters, own, tel
from frontend.head.links import head_of
from frontend.head.structured import structured
from frontend.hyphens import hyphens_in
from frontend.language import LANGUAGES, Language
from frontend.rich_text import marked, rich_text
from frontend.shaping import FILTERS
from frontend.static_files import StaticFiles
from frontend.stems import stem

TEMPLATES = Path(__file__).parent / "templates"
log = logging.getLogger(__name__)


class Renderer:
    """Holds one template environment per language.

    A field that a document lacks is empty on the page (the CMS may be older or newer than the site);
    tests pass StrictUndefined, so that a misspelt field in a template fails there.
    """

    def __init__(self, static: StaticFiles, undefined: type[Undefined] = ChainableUndefined) -> None:
        self._environments = {
            language.code: self._environment(language, static, undefined) for language in LANGUAGES.values()
        }

    def document(self, document: Document, language: Language, **context: Any) -> str:
        """A page or an agency, by the template of its type, else by the plain one."""
        name = f"pages/{stem(document['meta']['type'])}.html"
        try:
            self._environments[language.code].get_template(name)
        except TemplateNotFound:
            log.warning("unknown page type", extra={"document_type": document["meta"]["type"]})
            name = "plain.html"
        return self.template(name, language, page=document, **context)

    def template(self, name: str, language: Language, **context: Any) -> str:
        """Any template, with what each of them needs."""
        return self._environments[language.code].get_template(name).render(context)

    def _environment(
        self, language: Language, static: StaticFiles, undefined: type[Undefined]
    ) -> Environment:
        environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            extensions=["jinja2.ext.i18n"],
            autoescape=True,
            undefined=undefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        environment.install_gettext_translations(language.translations, newstyle=True)  # type: ignore[attr-defined]
        environment.filters.update(
            filters(language) | file_filters(language) | hyphens_in(language),
            rich_text=rich_text,
            marked=marked,
            address=address,
            own=own,
            tel=tel,
            stem=stem,
            **FILTERS,
        )
        environment.globals.update(
            language=language,
            static=static.address,
            integrity=static.integrity,
            theme=static.theme,
            block=BlockRenderer(environment),
            head_of=head_of,
            structured=structured,
        )
        environment.policies["ext.i18n.trimmed"] = True
        return environment


class BlockRenderer:
    """One block of a body at a time: the template `block(...)`."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __call__(self, block: Document, level: int) -> TemplateModule | str:
        """The block's HTML, escaped once; `level` is the heading level that a title of its own has here."""
        try:
            template = self._environment.get_template(f"blocks/{block['type']}.html")
        except TemplateNotFound:
            log.warning("unknown block type", extra={"block_type": block["type"]})
            return ""
        except (KeyError, TypeError):
            log.warning("a block without a type")
            return ""
        try:
            return template.make_module(
                {
                    "value": block["value"],
                    "id": block.get("id", ""),
                    "level": level,
                    "answer": block.get("answer"),
                }
            )
        except Exception:  # whatever is wrong with one block, the rest of the page is worth reading
            log.exception("broken block", extra={"block_type": block["type"]})
            return ""

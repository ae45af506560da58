"""The house rules that a machine can check. A failing test names the file that is missing."""

import ast
import re
from pathlib import Path

import pytest
from jinja2.nodes import EvalContextModifier, MarkSafe, MarkSafeIfAutoescape

import frontend
from frontend.blocks import LOADERS as BLOCK_LOADERS
from frontend.language import LANGUAGES
from frontend.pages import LOADERS
from frontend.stems import stem
from tests.frontend.contract import example, names
from tests.frontend.visitor import LENIENT

ROOT = Path(frontend.__file__).parent
TEMPLATES = ROOT / "templates"
OUTSIDE = re.compile(r"""(?:https?:)?//[\w.-]+\.\w+""")


def templates(folder: str) -> set[str]:
    """The stems of the templates in a folder."""
    return {path.stem for path in (TEMPLATES / folder).glob("*.html")}


def test_each_block_of_the_contract_has_a_template_and_vice_versa() -> None:
    assert templates("blocks") == names("blocks")


def test_each_page_type_of_the_contract_has_a_template_and_vice_versa() -> None:
    assert templates("pages") == names("pages") | {"agency", "topic", "audience"}


def test_each_loader_belongs_to_a_page_type() -> None:
    assert set(LOADERS) <= templates("pages")


def test_each_block_loader_belongs_to_a_block() -> None:
    assert set(BLOCK_LOADERS) <= templates("blocks")


def test_stems_are_computed_from_the_types() -> None:
    for name in names("pages"):
        assert stem(example(f"pages/{name}")["meta"]["type"]) == name
    for name in ("agency", "topic", "audience"):
        assert stem(example(name)["meta"]["type"]) == name


@pytest.mark.parametrize(
    "path",
    [*TEMPLATES.rglob("*.html"), *ROOT.rglob("*.css"), *ROOT.rglob("*.js")],
    ids=lambda path: path.name,
)
def test_no_outside_hosts(path: Path) -> None:
    assert OUTSIDE.findall(path.read_text()) == []


@pytest.mark.parametrize("path", [*TEMPLATES.rglob("*.html")], ids=lambda path: path.name)
def test_templates_mark_nothing_as_safe_and_style_nothing_inline(path: Path) -> None:
    text = path.read_text()
    assert "|safe" not in text.replace(" ", "")
    assert "autoescape" not in text
    assert "style=" not in text
    # JSON-LD is data, which no browser runs (test_structured_data); the one script is checked by its integrity.
    inert = text.replace('<script type="application/ld+json">{{ data | tojson }}', "")
    assert re.findall(r"<script(?! type=\"module\" src=\"{{ static\(.*integrity)", inert) == []


@pytest.mark.parametrize("path", [*TEMPLATES.rglob("*.html")], ids=lambda path: path.name)
def test_every_address_of_a_document_is_checked(path: Path) -> None:
    own = ("static(", "language.", "paging.")
    routed = ("asked.path", "language.search_path", "id")
    for value in re.findall(r'(?:href|src)="{{ (.*?) }}', path.read_text()):
        assert value.startswith(own) or value.endswith(("| address", "| own")), value
    for value in re.findall(r'(?:src|srcset|poster|action|data)="(.*?)"', path.read_text()):
        for gap in re.findall(r"{{ (.*?) }}", value):
            assert gap.startswith("static(") or gap in routed or gap.endswith(("| own", ".width", ".height"))


@pytest.mark.parametrize("path", [*ROOT.rglob("*.py")], ids=lambda path: path.name)
def test_frontend_imports_nothing_of_the_cms(path: Path) -> None:
    modules = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            modules |= {alias.name.split(".")[0] for alias in node.names}
        if isinstance(node, ast.ImportFrom):
            modules.add((node.module or "").split(".")[0])
    assert not modules & {
        "django",
        "wagtail",
        "rest_framework",
        "cms",
        "articles",
        "agencies",
        "disclosure",
        "feedback",
        "home",
    }


def test_routes_catch_nothing() -> None:
    tree = ast.parse((ROOT / "routes.py").read_text())
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Try)]


def test_html_is_marked_as_safe_in_one_place() -> None:
    ways = ("Markup", "|safe", "select_autoescape", "__html__", "mark_safe")
    marking = {
        path.name
        for path in [*ROOT.rglob("*.py"), *TEMPLATES.rglob("*.html")]
        if any(way in path.read_text().replace(" ", "") for way in ways)
    }
    assert marking == {"rich_text.py"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_of_every_language_escapes(language: str) -> None:
    environment = LENIENT._environments[language]
    assert environment.autoescape is True
    assert environment.from_string("{{ x }}{{ x | upper }}").render(x="<'\">") == "&lt;&#39;&#34;&gt;" * 2
    for name in environment.list_templates():
        source, _, _ = environment.loader.get_source(environment, name)
        nodes = environment.parse(source)
        assert not [*nodes.find_all((EvalContextModifier, MarkSafe, MarkSafeIfAutoescape))], name


def test_every_environment_is_made_in_one_place() -> None:
    making = {path.name for path in ROOT.rglob("*.py") if "Environment(" in path.read_text()}
    assert making == {"render.py"}

"""The theme: one file makes the site another authority's, and one that can't be read by all stops the start."""

import re
from pathlib import Path

import httpx
import pytest

from frontend.__main__ import main
from frontend.config import Config, ConfigError, read_config
from frontend.static_files import FOLDER, StaticFiles
from frontend.theme import Theme, built_in, read_theme
from frontend.theme.contrast import contrast, too_low
from tests.frontend import fake_cms
from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_headers import PATHS
from tests.frontend.visitor import Visitor

SECOND = Path(__file__).parent / "second_theme" / "theme.toml"
API = {"API_URL": "http://cms.test/api/v2/"}
COLOUR = re.compile(r"#[0-9a-f]{3,8}\b")


@pytest.fixture
def theme_of(tmp_path):
    """A theme file with these lines, read."""

    def read(text: str, **files: bytes) -> Theme:
        for name, body in files.items():
            (tmp_path / name.replace("_", ".")).write_bytes(body)
        path = tmp_path / "theme.toml"
        path.write_text(text)
        return read_theme(path)

    return read


def test_the_formula_is_wcags() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(
        4.48, abs=0.005
    )  # WebAIM's own example of just too little
    assert contrast("#0b4f6c", "#0b4f6c") == 1


@pytest.mark.parametrize("theme", [built_in(), read_theme(SECOND)], ids=["built in", "second"])
def test_both_themes_can_be_read(theme: Theme) -> None:
    assert [*too_low(theme.light), *too_low(theme.dark)] == []


@pytest.mark.parametrize(
    ("scheme", "name", "value", "said"),
    [
        ("light", "ink", "#666666", "in light, ink on paper has 5.50:1 and needs 7:1"),
        ("light", "muted", "#888888", "in light, muted on paper has 3.40:1 and needs 4.5:1"),
        ("light", "accent", "#5599bb", "in light, accent on paper has 3.02:1 and needs 4.5:1"),
        ("dark", "accent", "#0b4f6c", "in dark, accent on paper has 2.02:1 and needs 4.5:1"),
        (
            "dark",
            "focus",
            "#222222",
            "in dark, neither focus nor focus-ink has 3:1 on paper, but 1.13:1 at most",
        ),
        ("dark", "raised", "#777777", "in dark, muted on raised has 2.10:1 and needs 4.5:1"),
        ("light", "notice-paper", "#ff8888", "in light, notice on notice-paper has 4.03:1 and needs 7:1"),
    ],
)
def test_a_theme_that_some_could_not_read_is_refused(
    theme_of, scheme: str, name: str, value: str, said: str
) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        theme_of(f'[{scheme}]\n{name} = "{value}"')


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[light", "it isn't TOML"),
        ('acent = "#123456"', "a theme has no acent like this"),
        ('light = "#123456"', "a theme has no light like this"),
        ("icon = 3", "icon is to be the name of a file"),
        ('[light]\nacent = "#123456"', "light has no colour called acent"),
        ('[light]\naccent = "navy"', "accent in light is 'navy': write it as #1a2b3c"),
        ('[dark]\naccent = "#123456;}"', "write it as #1a2b3c"),
        ('logo = "none.svg"', "none.svg can't be read"),
        ('logo = "a.jpg"', "a.jpg is to be an SVG with a viewBox, or a PNG"),
        ('logo = "b.svg"', "b.svg is to be an SVG with a viewBox, or a PNG"),
        ('icon = "c.png"', "c.png has 20001 bytes: make it 20000 at most"),
    ],
)
def test_each_fault_is_told(theme_of, text: str, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        theme_of(text, a_jpg=b"x", b_svg=b"<svg width='3'>", c_png=b"x" * 20_001)


def test_one_line_stops_the_start(monkeypatch, capsys, tmp_path) -> None:
    theme = tmp_path / "theme.toml"
    theme.write_text('[light]\naccent = "#5599bb"')
    monkeypatch.setenv("API_URL", API["API_URL"])
    monkeypatch.setenv("THEME", str(theme))
    assert main() == 2
    said = capsys.readouterr().err
    assert said.startswith(f"THEME is '{theme}': in light, accent on paper has 3.02:1 and needs 4.5:1; ")
    assert said.count("\n") == 1


def test_a_file_that_is_missing_is_a_fault_as_any_other() -> None:
    with pytest.raises(ConfigError, match=r"THEME is .* it can't be read"):
        read_config(API | {"THEME": "/nowhere.toml"})


def test_what_a_theme_leaves_out_is_as_built_in(theme_of) -> None:
    theme, usual = theme_of('[light]\naccent = "#2d5a1e"'), built_in()
    assert (theme.icon, theme.logo, theme.dark) == (usual.icon, None, usual.dark)
    assert theme.light == {**usual.light, "accent": "#2d5a1e"}


def test_the_stylesheet_names_no_colour_but_in_print() -> None:
    screen, _ = (FOLDER / "site.css").read_text().split("@media print")
    assert set(COLOUR.findall(screen)) == {"#000"}  # behind a film


def test_every_colour_of_the_stylesheet_is_one_of_the_theme() -> None:
    text = (FOLDER / "site.css").read_text()
    own = set(re.findall(r"(--[\w-]+):", text))
    themed = {f"--{name}" for name in built_in().light}
    assert set(re.findall(r"var\((--[\w-]+)\)", text)) <= own | themed
    assert built_in().light.keys() == built_in().dark.keys()


def test_a_second_authority_is_a_setting() -> None:
    """Every page of the examples in another authority's colours, with its name, logo and icon: nothing else is left."""
    config = read_config(API | {"THEME": str(SECOND)})
    site = Visitor(RenamedCMS(), config, renderer=None)
    first, second = built_in(), config.theme
    colours = {*first.light.values(), *first.dark.values()}
    for path in [path for path in PATHS if not path.startswith(("/api", "/media"))]:
        answer = site.get(path)
        assert not [colour for colour in colours if colour in answer.text], path
        if "text/html" in answer.headers.get("content-type", ""):
            assert furniture_of(answer.text).count("Ekobrottsmyndigheten") == 0, path
            assert f'content="{second.light["paper"]}"' in answer.text
            assert f'content="{second.dark["paper"]}"' in answer.text
    css, logo, icon = (site.get(StaticFiles(second).address(name)) for name in ("site.css", "logo", "icon"))
    assert not [colour for colour in colours if colour in css.text]
    assert all(colour in css.text for colour in {*second.light.values(), *second.dark.values()})
    assert (logo.content, logo.headers["content-type"]) == (second.logo.body, "image/svg+xml")
    assert (icon.content, icon.headers["content-type"]) == (second.icon.body, "image/png")
    assert site.get("/favicon.ico").headers["location"] == StaticFiles(second).address("icon")
    page = site.get("/").text
    assert (
        f'<img src="{StaticFiles(second).address("logo")}" alt="" width="48" height="32">Lövmyndigheten'
        in page
    )
    assert f'href="{StaticFiles(second).address("icon")}" type="image/png"' in page
    site.close()


class RenamedCMS(httpx.ASGITransport):
    """The CMS of the examples, whose site is another authority's."""

    def __init__(self) -> None:
        super().__init__(fake_cms.app)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/v2/site/":
            return httpx.Response(200, json=example("site") | {"name": "Lövmyndigheten"}, request=request)
        return await super().handle_async_request(request)


def furniture_of(html: str) -> str:
    """What stands on every page: the title's end, all before the content and all after it."""
    before, _, rest = html.partition("<main")
    title = re.search(r"<title>.*?</title>", before, re.DOTALL)
    _, header = before.split("<body>")
    name = title[0].rpartition("–")[2] if title else ""
    return name + header + rest.rpartition("</main>")[2]


def test_an_authority_with_one_language_offers_no_other(site_over) -> None:
    site = example("site")
    site["locales"] = site["locales"][:1]
    page = example("pages/information") | {"alternates": []}
    text = site_over(cms_with(page, site=site)).get(page["url"]).text
    assert "hreflang" not in furniture_of(text)
    assert "English" not in text


def test_the_start_page_has_no_logo_unless_there_is_one(site) -> None:
    assert 'class="wordmark"><a href="/">Ekobrottsmyndigheten</a>' in site.get("/").text


def test_the_theme_of_a_config_is_built_in_if_none_is_given() -> None:
    assert Config(api_url="http://cms.test/api/v2/").theme == read_config(API).theme == built_in()

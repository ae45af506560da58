"""How to reach the authority: where one may visit, whom journalists call, and where feedback and complaints go."""

from tests.frontend.contract import example
from tests.frontend.scripted import cms_with
from tests.frontend.test_pages import words
from tests.frontend.visitor import Visitor


def test_the_footer_has_the_visiting_address_and_where_to_write(site: Visitor) -> None:
    html = site.get("/").text
    assert "Besök: Hantverkargatan 15, Stockholm" in words(html)
    assert '<a href="mailto:synpunkter@example.se">Lämna synpunkter</a>' in html
    assert '<a href="mailto:klagomal@example.se">Lämna klagomål</a>' in html


def test_the_press_list_has_the_number_for_journalists(site: Visitor) -> None:
    assert '<a href="tel:0105629010">010-562 90 10</a>' in site.get("/press/").text


def test_what_is_not_filled_in_is_not_shown(site_over) -> None:
    bare = example("site")
    bare["contact"] |= {"visiting_address": "", "feedback_email": "", "complaints_email": ""}
    bare["contact"]["press"] = {"phone": "", "hours": ""}
    html = site_over(cms_with(example("pages/press_index"), site=bare)).get("/press/").text
    for word in ("Besök:", "Lämna synpunkter", "Lämna klagomål", "För journalister"):
        assert word not in html

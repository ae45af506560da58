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


def test_the_press_list_has_those_who_can_be_called_today_and_no_number_twice(site_over) -> None:
    contacts = example("lists/contacts")
    other = contacts["items"][0] | {"id": 6, "name": "Samverkanskansliet", "phone": "08-465 004 20"}
    cms = cms_with(example("pages/press_index"), contacts=contacts | {"items": [*contacts["items"], other]})
    html = site_over(cms).get("/press/").text
    assert "Karin Lund presschef 010-562 90 10 press@example.se Helgfria vardagar kl. 8.00–17.00" in words(
        html
    )
    assert "Samverkanskansliet" in html
    assert html.count('href="tel:0105629010"') == 1


def test_what_is_not_filled_in_is_not_shown(site_over) -> None:
    bare = example("site")
    bare["contact"] |= {"visiting_address": "", "feedback_email": "", "complaints_email": ""}
    bare["contact"]["press"] = {"phone": "", "hours": ""}
    cms = cms_with(
        example("pages/press_index"), site=bare, contacts={"meta": {"total_count": 0}, "items": []}
    )
    html = site_over(cms).get("/press/").text
    for word in ("Besök:", "Lämna synpunkter", "Lämna klagomål", "Presskontakt"):
        assert word not in html

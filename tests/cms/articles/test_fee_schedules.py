"""Fee schedules: what is published of one, the line in force by the clock, and an order counted by the API."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import quote as escaped

import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from articles.fees.documents import FeeScheduleSource
from articles.fees.models import FeeLine, FeeSchedule, OtherFee
from cms.publishing.build import build
from cms.publishing.days import midnight
from cms.publishing.models import Current
from tests.cms.api.test_pages import get
from tests.cms.articles.examples import STOCKHOLM, contract, make_schedule
from tests.cms.articles.test_contacts import pass_time
from tests.cms.conftest import Newsroom, body

pytestmark = pytest.mark.django_db

FIRST, NEW_YEAR = date(2019, 1, 1), date(2027, 1, 1)


@pytest.fixture
def schedule(newsroom: Newsroom) -> FeeSchedule:
    return make_schedule()


@pytest.fixture
def raised(schedule: FeeSchedule) -> FeeLine:
    """A line that raises the fee at New Year."""
    return FeeLine.objects.create(
        schedule=schedule, valid_from=NEW_YEAR, free_below=10, first_fee=60, further_page_fee=3,
        statute="avgiftsförordningen", reviewed_on=date(2026, 11, 1),
    )  # fmt: skip


def at(monkeypatch: pytest.MonkeyPatch, moment: datetime) -> None:
    monkeypatch.setattr(timezone, "now", lambda: moment)


def counted(client: Client, schedule: FeeSchedule, query: str, status: int = 200) -> Any:
    return get(client, f"fee-schedules/{schedule.pk}/quote/?{query}", status)


def test_a_schedule_is_published_as_its_example(schedule: FeeSchedule) -> None:
    document = build([f"fee_schedule:{schedule.pk}"])[f"fee_schedule:{schedule.pk}"].document
    assert document is not None
    own = {"id": schedule.pk, "quote_url": f"/api/v2/fee-schedules/{schedule.pk}/quote/"}
    for found, example in (
        (document.body, contract("fee_schedule")),
        (document.card, contract("lists/fee_schedules")["items"][0]),
    ):
        assert found == example | own | {"meta": found["meta"]}
        assert list(found) == list(example)
        assert list(found["meta"]) == list(example["meta"])


def test_building_makes_no_query(
    schedule: FeeSchedule, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        (loaded,) = FeeScheduleSource().load([str(schedule.pk)]).values()
    with django_assert_num_queries(0):
        FeeScheduleSource().build(loaded.thing)
        FeeScheduleSource().refer(loaded.thing, "fees", "en")


def test_an_order_is_counted_as_the_example(
    schedule: FeeSchedule, newsroom: Newsroom, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.settle()
    at(monkeypatch, datetime(2026, 11, 24, 12, tzinfo=STOCKHOLM))
    found, example = counted(client, schedule, "pages=25"), contract("quote")
    assert found == example | {"schedule": example["schedule"] | {"id": schedule.pk}}
    assert list(found) == list(example)


@pytest.mark.parametrize(("pages", "fee"), [(1, 0), (9, 0), (10, 50), (11, 52), (25, 80), (100, 230)])
def test_every_boundary(
    schedule: FeeSchedule, newsroom: Newsroom, client: Client, pages: int, fee: int
) -> None:
    newsroom.settle()
    found = counted(client, schedule, f"pages={pages}&date=2026-11-24")
    assert (found["pages"], found["amount"], found["currency"]) == (pages, fee, "SEK")


BAD_PAGES = [
    "", "0", "-1", "−1", "1.5", "1,5", "tio", "1e3", "0x10", "+25", "25 ", " 25", "1 000", "1_000", "٢٥", "²", "２５",
    "1000000000", "100001", "9" * 5000, "\x00", "25\x00", "25\n", "null", "NaN", "25;26", "25,26",
]  # fmt: skip


@pytest.mark.parametrize("pages", BAD_PAGES, ids=[repr(each)[:12] for each in BAD_PAGES])
def test_what_is_no_number_of_pages(
    schedule: FeeSchedule, newsroom: Newsroom, client: Client, pages: str
) -> None:
    newsroom.settle()
    said = counted(client, schedule, f"pages={escaped(pages)}", 400)
    assert said["parameter"] == "pages"
    assert said["detail"] == "pages: give a whole number from 1 to 100000, such as 25."


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ("", "pages"),
        ("pages=1&pages=2", "pages"),
        ("pages=25&date=2026-02-30", "date"),
        ("pages=25&date=1700000000", "date"),
        ("pages=25&date=2026-W01-1", "date"),
        ("pages=25&date=", "date"),
        ("pages=25&sidor=25", "sidor"),
    ],
)
def test_other_wrong_questions(
    schedule: FeeSchedule, newsroom: Newsroom, client: Client, query: str, parameter: str
) -> None:
    newsroom.settle()
    assert counted(client, schedule, query, 400)["parameter"] == parameter


@pytest.mark.parametrize(
    ("day", "amount", "since"),
    [("2019-01-01", 80, "2019-01-01"), ("2026-12-31", 80, "2019-01-01"), ("2027-01-01", 105, "2027-01-01")],
)
def test_a_fee_changes_at_midnight(
    schedule: FeeSchedule,
    raised: FeeLine,
    newsroom: Newsroom,
    client: Client,
    day: str,
    amount: int,
    since: str,
) -> None:
    newsroom.settle()
    found = counted(client, schedule, f"pages=25&date={day}")
    assert (found["amount"], found["valid_from"], found["date"]) == (amount, since, day)


def test_before_the_first_line_there_is_no_fee(
    schedule: FeeSchedule, newsroom: Newsroom, client: Client
) -> None:
    newsroom.settle()
    said = counted(client, schedule, "pages=25&date=2018-12-31", 404)
    assert said["detail"] == "No fee is set for 2018-12-31. The first is valid from 2019-01-01."
    assert said["valid_from"] == "2019-01-01"
    counted(client, FeeSchedule(pk=999), "pages=25", 404)


def test_today_is_stockholms_and_needs_no_worker(
    schedule: FeeSchedule,
    raised: FeeLine,
    newsroom: Newsroom,
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at(monkeypatch, datetime(2026, 11, 24, 12, tzinfo=STOCKHOLM))
    newsroom.settle()
    at(monkeypatch, midnight(NEW_YEAR) - timedelta(seconds=1))
    assert counted(client, schedule, "pages=25")["amount"] == 80
    at(monkeypatch, midnight(NEW_YEAR))  # 23.00 the day before in UTC
    assert counted(client, schedule, "pages=25")["amount"] == 105


def test_one_look_up_a_quote(
    schedule: FeeSchedule,
    newsroom: Newsroom,
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    newsroom.settle()
    with django_assert_num_queries(1):
        counted(client, schedule, "pages=25")


def test_documents_change_with_the_line_in_force(
    schedule: FeeSchedule, raised: FeeLine, newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(monkeypatch, datetime(2026, 11, 24, 12, tzinfo=STOCKHOLM))
    block = {"type": "fee_calculator", "value": {"title": "", "schedule": schedule.pk}, "id": "1"}
    page = newsroom.information(body=[block])
    newsroom.settle()
    key = f"fee_schedule:{schedule.pk}"
    due = set(
        Current.objects.filter(key__in=[key, f"page:{page.pk}"]).values_list("next_change_at", flat=True)
    )
    assert due == {midnight(NEW_YEAR)}
    assert '"line":{"valid_from":"2019-01-01"' in (body(key) or "")
    assert _days(page.pk) == ["2019-01-01", "2027-01-01"]
    pass_time(monkeypatch, midnight(NEW_YEAR))
    assert '"line":{"valid_from":"2027-01-01"' in (body(key) or "")
    assert _days(page.pk) == ["2027-01-01"]
    assert Current.objects.get(key=key).next_change_at is None


def _days(page: int) -> list[str]:
    """From when the lines in a page's calculator are valid."""
    (block,) = json.loads(body(f"page:{page}") or "")["body"]
    return [line["valid_from"] for line in block["value"]["lines"]]


def test_of_each_other_form_the_fee_of_today(schedule: FeeSchedule) -> None:
    for day, amount in ((date(2020, 1, 1), "Nyare"), (date(2099, 1, 1), "Kommande")):
        OtherFee.objects.create(schedule=schedule, form="Skannad kopia", amount=amount, valid_from=day)
    OtherFee.objects.create(schedule=schedule, form="Ljudfil", amount="100 kr", valid_from=FIRST)
    (loaded,) = FeeScheduleSource().load([str(schedule.pk)]).values()
    said = FeeScheduleSource().refer(loaded.thing, "fees", "en")
    assert [(fee["form"], fee["amount"]) for fee in said["other_fees"]] == [
        ("Skannad kopia", "Nyare"),
        ("Ljudfil", "100 kr"),
    ]
    assert loaded.changes_at == midnight(date(2099, 1, 1))


def test_texts_are_in_the_pages_language(schedule: FeeSchedule) -> None:
    (loaded,) = FeeScheduleSource().load([str(schedule.pk)]).values()
    english = FeeScheduleSource().refer(loaded.thing, "fees", "en")
    assert english["schedule"]["name"] == "Copies of public documents"
    assert english["lines"][0]["exemptions"] == "State authorities do not pay."
    assert english["other_fees"][0]["form"] == "Scanned copy"


def test_a_line_that_is_changed_is_published(
    schedule: FeeSchedule, newsroom: Newsroom, client: Client
) -> None:
    newsroom.settle()
    line = schedule.lines.get()
    line.first_fee = 70
    line.save()
    newsroom.settle()
    assert counted(client, schedule, "pages=10")["amount"] == 70


def test_a_calculator_without_a_line_is_left_out(newsroom: Newsroom, client: Client) -> None:
    empty = FeeSchedule.objects.create(name="Tom")
    block = {"type": "fee_calculator", "value": {"title": "", "schedule": empty.pk}, "id": "1"}
    page = newsroom.information(body=[block])
    newsroom.settle()
    assert get(client, f"pages/{page.pk}/")["body"] == []
    assert counted(client, empty, "pages=25", 404)["detail"].endswith("The schedule has none.")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("free_below", 0),
        ("first_fee", -1),
        ("further_page_fee", -2),
        ("section", "16 §"),
        ("sfs", "SFS 1992:191"),
        ("chapter", "kap. 2"),
        ("url", "javascript:alert(1)"),
        ("statute", ""),
    ],
)
def test_what_is_wrong_with_a_line(schedule: FeeSchedule, field: str, value: Any) -> None:
    line = schedule.lines.get()
    setattr(line, field, value)
    with pytest.raises(ValidationError) as caught:
        line.full_clean()
    assert list(caught.value.message_dict) == [field]


LINE = {
    "valid_from": "2019-01-01", "free_below": "10", "first_fee": "50", "further_page_fee": "2",
    "statute": "avgiftsförordningen", "reviewed_on": "2026-09-01",
}  # fmt: skip


def posted(client: Client, lines: list[Any], others: Any = ()) -> Any:
    """The answer to the admin's form of a new schedule."""
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    data = {"name": "Kopior", "english_name": "", "lines": inline_formset(lines)}
    data |= {"other_fees": inline_formset(list(others))}
    return client.post("/admin/snippets/articles/feeschedule/add/", nested_form_data(data))


@pytest.mark.slow
def test_a_schedule_is_made_in_the_admin(newsroom: Newsroom, client: Client) -> None:
    other = {"form": "Skannad kopia", "amount": "Fråga oss", "valid_from": "2019-01-01"}
    answer = posted(client, [LINE, LINE | {"valid_from": "2027-01-01", "first_fee": "60"}], [other])
    assert answer.status_code == 302, answer.context["form"].errors
    newsroom.settle()
    assert counted(client, FeeSchedule.objects.get(), "pages=10&date=2027-01-01")["amount"] == 60
    assert (
        "Vad en beställning kostar"
        in client.get("/admin/snippets/articles/feeschedule/add/").content.decode()
    )


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lines", "others"),
    [
        ([], []),
        ([LINE, LINE], []),
        ([LINE | {"section": "16 §"}], []),
        ([LINE], [{"form": "Fil", "amount": "1", "valid_from": "2019-01-01"}] * 2),
    ],
    ids=["no line", "two on one day", "a sign", "two other on one day"],
)
def test_a_faulty_schedule_is_not_saved(newsroom: Newsroom, client: Client, lines: Any, others: Any) -> None:
    assert posted(client, lines, others).status_code == 200
    assert not FeeSchedule.objects.exists()


@pytest.mark.slow
@pytest.mark.usefixtures("wagtail_indexes")
def test_a_schedule_in_use_is_not_deleted(schedule: FeeSchedule, newsroom: Newsroom, client: Client) -> None:
    client.force_login(get_user_model().objects.create_superuser("redaktor", "redaktor@example.se", "x"))
    block = {"type": "fee_calculator", "value": {"title": "", "schedule": schedule.pk}, "id": "1"}
    page = newsroom.information(body=[block])
    client.post(f"/admin/snippets/articles/feeschedule/delete/{schedule.pk}/")
    assert FeeSchedule.objects.exists()
    page.delete()
    client.post(f"/admin/snippets/articles/feeschedule/delete/{schedule.pk}/")
    assert not FeeSchedule.objects.exists()

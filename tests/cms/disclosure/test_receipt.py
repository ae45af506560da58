"""Receipt numbers: each its own, readable aloud, and a slip of the pen is found out."""

from __future__ import annotations

from itertools import combinations

from disclosure.receipt import LETTERS, as_printed, check_letter, grouped, new_receipt


def is_whole(receipt: str) -> bool:
    letters = receipt.replace("-", "")
    return check_letter(letters[:-1]) == letters[-1]


def test_a_number_is_three_groups_of_letters_that_look_like_no_figure() -> None:
    numbers = {new_receipt() for _ in range(1000)}
    assert len(numbers) == 1000
    for number in numbers:
        assert [len(group) for group in number.split("-")] == [4, 4, 4]
        assert not set(number) & set("IOQ0123456789")
        assert is_whole(number)


def test_one_wrong_letter_is_found_out() -> None:
    letters = new_receipt().replace("-", "")
    for place, right in enumerate(letters):
        for wrong in set(LETTERS) - {right}:
            assert not is_whole(grouped(letters[:place] + wrong + letters[place + 1 :]))


def test_two_letters_that_changed_places_are_found_out() -> None:
    letters = list(new_receipt().replace("-", ""))
    for one, other in combinations(range(12), 2):
        swapped = letters.copy()
        swapped[one], swapped[other] = swapped[other], swapped[one]
        assert is_whole("".join(swapped)) is (letters[one] == letters[other])


def test_a_number_is_known_however_it_is_typed() -> None:
    assert as_printed(" kxtm pwra-hjcd ") == as_printed("KXTMPWRAHJCD") == "KXTM-PWRA-HJCD"

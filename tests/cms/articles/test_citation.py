"""Legal references as Swedish legal writing has them."""

from __future__ import annotations

import pytest

from articles.writing.citation import citation, is_chapter, is_section, is_sfs

OSL = "offentlighets- och sekretesslagen"


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ((OSL, "2009:400", "18", "1"), "18_kap. 1_§ offentlighets- och sekretesslagen (2009:400)"),
        (("avgiftsförordningen", "1992:191", "", "16"), "16_§ avgiftsförordningen (1992:191)"),
        (("tryckfrihetsförordningen", "", "2", ""), "2_kap. tryckfrihetsförordningen"),
        (("brottsbalken", "", "4", "1 a"), "4_kap. 1_a_§ brottsbalken"),
        (("skattebrottslagen", "1971:69", "", "2–4"), "2–4_§§ skattebrottslagen (1971:69)"),
        (("avgiftsförordningen", "1992:191", "", "15 och 16"), "15 och_16_§§ avgiftsförordningen (1992:191)"),
        (("språklagen", "2009:600", "", ""), "Språklagen (2009:600)"),
        (
            ("lagen om villkorlig frigivning", "1891:35 s. 1", "", ""),
            "Lagen om villkorlig frigivning (1891:35_s._1)",
        ),
    ],
)
def test_citations(parts: tuple[str, str, str, str], told: str) -> None:
    assert citation(*parts) == told.replace("_", "\N{NO-BREAK SPACE}")


def test_which_numbers_there_are() -> None:
    assert all(map(is_chapter, ["1", "18", "2 a"]))
    assert not any(map(is_chapter, ["", "0", "18 kap.", "XVIII", "2a", "٣"]))
    assert all(map(is_section, ["1", "13 b", "1–3", "1 och 2", "1, 4 och 5 a"]))
    assert not any(map(is_section, ["", "1 §", "1-3", "1,2", "1 och", "ett", "0"]))
    assert all(map(is_sfs, ["2009:400", "1992:191", "1736:123", "1891:35 s. 1"]))
    assert not any(map(is_sfs, ["", "SFS 2009:400", "2009-400", "3009:1", "2009:0", "2009:"]))

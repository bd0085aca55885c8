"""The picture of which card each question tests, without a browser."""

from quizlint.engine.result import Result
from quizlint.reports.html.charts import Chart, charts
from reports.canned import canned


def drawn(result: Result) -> dict[str, Chart]:
    return {chart.title: chart for chart in charts(result, {})}


def covered(*coverages: dict[str, object]) -> Result:
    result = canned()
    documents = [
        document._replace(cards=4, statistics={"coverage": coverage})
        for document, coverage in zip(result.documents, coverages, strict=False)
    ]
    return result.replaced(documents=tuple(documents))


ONE: dict[str, object] = {
    "tested": {"q1": "card 1", "q2": "card 1", "q3": None},
    "untested": ["<b>card 2"],
}


def test_one_document_shows_each_card_with_its_questions() -> None:
    chart = drawn(covered(ONE))["Questions that test each card"]
    assert chart.words == (
        "card 1 is tested by q1, q2; no question touches <b>card 2; no card prepares for q3."
    )
    assert "&lt;b&gt;card 2" in chart.svg
    assert "<b>" not in chart.svg


def test_several_documents_show_how_many_of_their_cards_are_touched() -> None:
    chart = drawn(covered(ONE, {"tested": {"q1": "card 3"}, "untested": []}))[
        "Cards that questions touch"
    ]
    assert "3 of 4" in chart.svg
    assert "4 of 4" in chart.svg
    assert chart.words.endswith("no question touches <b>card 2.")


def test_without_cards_and_questions_nothing_is_drawn() -> None:
    assert not [title for title in drawn(canned()) if "card" in title.lower()]

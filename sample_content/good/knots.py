"""Questions about knots, for a small game in the terminal."""

from dataclasses import dataclass


@dataclass
class Question:
    text: str
    options: list[str]
    answer: int
    explanation: str = ""


KNOTS = [
    Question(
        "Which knot makes a loop that does not slip?",
        ["Bowline", "Noose", "Slip knot"],
        0,
        "A bowline holds under load and is easy to untie afterwards.",
    ),
    Question(
        text="Which knot joins two ropes of different thickness, "
        "as when a thin line hauls a thick one?",
        options=["Clove hitch", "Figure of eight", "Sheet bend"],
        answer=2,
    ),
    Question(
        text='What is the end of a rope that is "live" while a knot is tied called?',
        options=["Bight", "Standing part", "Working end"],
        answer=2,
    ),
]

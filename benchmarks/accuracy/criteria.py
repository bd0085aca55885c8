"""The flaws that graders marked, the rules that look for each, and files of graded questions."""

from typing import NamedTuple

EXPERT = frozenset(
    "implausible_distractors ambiguous_unclear convergence_cues more_than_one_correct".split()
)
"""Criteria that only people who know the subject can judge: counted, but no aim for rules."""


CONTENT = frozenset("gratuitous_information word_repeats grammatical_cues logical_cues".split())
"""Criteria that are partly about content; the others that rules can judge are matters of form."""


class Criterion(NamedTuple):
    """A kind of flaw in the graders' words, and the rules that look for it."""

    name: str
    codes: tuple[str, ...]


EXAM = (
    Criterion("none_of_the_above", ("OPT010",)),
    Criterion("all_of_the_above", ("OPT009",)),
    Criterion("fill_in_blank", ("STM004", "STM015")),
    Criterion("true_false", ("STM005",)),
    Criterion("lost_sequence", ("OPT011",)),
    Criterion("longest_option_correct", ("OPT007",)),
    Criterion("negative_worded", ("STM002", "STM003", "STM014")),
    Criterion("unfocused_stem", ("STM001",)),
    Criterion("gratuitous_information", ("STM006",)),
    Criterion("vague_terms", ("OPT014",)),
    Criterion("complex_k_type", ("OPT012",)),
    Criterion("absolute_terms", ("OPT013",)),
    Criterion("word_repeats", ("OPT016",)),
    Criterion("grammatical_cues", ("OPT015",)),
    Criterion("logical_cues", ("OPT023",)),
    Criterion("convergence_cues", ("OPT017",)),
    Criterion("implausible_distractors", ("OPT022",)),
    Criterion("ambiguous_unclear", ()),
    Criterion("more_than_one_correct", ("OPT001", "OPT003", "OPT004", "OPT005")),
)

# In the sparse file a blank counts only where it is not at the end, and any odd length counts.
SPARSE = tuple(
    Criterion("fill_in_blank", ("STM015",))
    if criterion.name == "fill_in_blank"
    else Criterion("length_outlier", ("OPT007", "OPT008"))
    if criterion.name == "longest_option_correct"
    else criterion
    for criterion in EXAM
    if criterion.name != "true_false"
)

# Two readings by written definitions did not judge what only experts can.
READ = tuple(criterion for criterion in EXAM if criterion.name not in EXPERT)


class Graded(NamedTuple):
    """A file of graded questions: its criteria, and what a published detector's rules reach on it.

    `published` is the micro-averaged F1 over what rules can judge, None where it is not known.
    """

    name: str
    criteria: tuple[Criterion, ...]
    published: float | None = None


FILES = (
    Graded("exam-dev.jsonl", EXAM, 0.53),
    Graded("flaws-real-200.jsonl", READ),
    Graded("flaws-silver-70.jsonl", READ),
    Graded("flaws-silver-90.jsonl", READ),
    Graded("benchmark-sparse.jsonl", SPARSE),
)

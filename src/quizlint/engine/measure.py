"""What a document consists of, under the settings that hold for it."""

from quizlint.content import Document
from quizlint.engine.plan import Plan
from quizlint.facts.statistics import Statistics, statistics
from quizlint.rules.bands import bound
from quizlint.rules.context import Context


def measured(document: Document, language: str, plan: Plan) -> Statistics:
    """The counts of one document under a plan."""
    context = Context(document, plan.levels, plan.shuffle, language)
    return statistics(document, language, plan.shuffle, lambda label: bound(label, context))

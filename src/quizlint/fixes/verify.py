"""Whether a mended file is what its fixes say, and nothing else."""

from collections import Counter
from collections.abc import Iterable, Sequence

from quizlint.content import Item, Question, Reading, Safety
from quizlint.content.leaves import leaves
from quizlint.engine.examine import Examined
from quizlint.engine.result import Diagnostic, State
from quizlint.fixes.edits import ranges_of
from quizlint.text import Span


def objection(
    before: Reading,
    after: Reading,
    mended: Sequence[Diagnostic],
    found: tuple[Iterable[Examined], Iterable[Examined]],
) -> str:
    """What speaks against a change, as the end of "it would …"; empty if nothing does.

    `mended` are the findings whose repairs were made, `found` the records before and after.
    """
    if after.failed or after.skipped is not None or len(after.problems) > len(before.problems):
        return "leave a file that cannot be read whole"
    items, others = _items(before), _items(after)
    if [(route, type(item)) for route, item in items.items()] != [
        (route, type(item)) for route, item in others.items()
    ]:
        return "change which items there are"
    edits = [Span(*each) for diagnostic in mended for each in ranges_of(diagnostic)]
    unsafe = {
        diagnostic.ref.route
        for diagnostic in mended
        if diagnostic.ref is not None
        and diagnostic.repair is not None
        and diagnostic.repair.safety is not Safety.SAFE
    }
    for route, item in items.items():
        changed = _changed(item, others[route], edits, may_move=route in unsafe)
        if changed:
            return f"change {changed} of {item.name} too"
    new = _news(*found)
    return f"bring a new {new}" if new else ""


def _items(reading: Reading) -> dict[str, Item]:
    return {item.route: item for document in reading.documents for item in document.items}


def _changed(item: Item, other: Item, edits: Sequence[Span], *, may_move: bool) -> str:
    """What of an item is not as it was, though no edit touches it."""
    touched = any(_touches(item.span, edit) for edit in edits)
    if touched and may_move:
        return "the key" if _moved_wrongly(item, other) else ""
    texts = dict(leaves(other))
    for name, text in leaves(item):
        now = texts.pop(name, None)
        if any(_touches(text.span, edit) for edit in edits):
            continue
        if now is None or now.value != text.value:
            return f"the {name}"
    if texts:
        return f"the {next(iter(texts))}"
    if isinstance(item, Question) and isinstance(other, Question):
        written = any(_touches(each.text.span, edit) for each in item.key.written for edit in edits)
        if item.key.indices != other.key.indices and not written:
            return "the key"
    return ""


def _moved_wrongly(item: Item, other: Item) -> bool:
    """Whether the same options stand in another order, and others of them are right."""
    if not isinstance(item, Question) or not isinstance(other, Question):
        return False
    texts, now = ([option.text.value for option in each.options] for each in (item, other))
    if texts == now or len(set(texts)) < len(texts) or sorted(texts) != sorted(now):
        return False
    right, still = (
        {each.options[index].text.value for index in each.key.indices} for each in (item, other)
    )
    return right != still


def _touches(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end


def _news(before: Iterable[Examined], after: Iterable[Examined]) -> str:
    """The name of a rule that finds more in an item, or in the file, than it did."""
    had, has = _counted(before), _counted(after)
    for (rule, route), count in has.items():
        if count > had[rule, route]:
            return rule
    return ""


def _counted(records: Iterable[Examined]) -> Counter[tuple[str, str]]:
    return Counter(
        (diagnostic.rule, diagnostic.ref.route if diagnostic.ref is not None else "")
        for record in records
        for diagnostic in record.diagnostics
        if diagnostic.state is State.NEW
    )

"""What was found before: the records of files that have not changed since."""

from quizlint.cache.recall import Recall
from quizlint.cache.store import FOLDER, Store

__all__ = ["FOLDER", "Recall", "Store"]

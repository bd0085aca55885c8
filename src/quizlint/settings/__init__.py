"""What holds for a file, and why."""

from quizlint.settings.command import CommandLine
from quizlint.settings.errors import ConfigError
from quizlint.settings.load import Loader, settings_from
from quizlint.settings.model import Settings
from quizlint.settings.parts import Ignored
from quizlint.settings.selection import RuleState, Vocabulary, active_rules, rule_states

__all__ = [
    "CommandLine",
    "ConfigError",
    "Ignored",
    "Loader",
    "RuleState",
    "Settings",
    "Vocabulary",
    "active_rules",
    "rule_states",
    "settings_from",
]

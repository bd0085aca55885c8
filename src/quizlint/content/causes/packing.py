"""Why a container, or something in it, cannot be unpacked."""

from quizlint.content.causes import Cause


class Packing(Cause):
    """What is wrong with a container. `size`, `limit` and `memory` are in MB."""

    CONTAINER = ("why",)
    PART = ("why",)
    MEMBER = ("name",)
    MEMBERS = "name", "others"
    ASTRAY = ("members",)
    DOUBLED = ("members",)
    BLOCKED = "members", "why"
    TOO_MUCH = "count", "size", "name"
    ENCRYPTED = ()
    LINK = ()
    METHOD = ("number",)
    BOMB = ("ratio",)
    OVERLAP = ()
    DAMAGED = ("said",)
    NO_CONTENTS = ()
    LONG_CONTENTS = ("limit",)
    MANY_ENTRIES = "count", "limit"
    TOO_LARGE = "size", "limit"
    UNPACKS_LARGE = ("limit",)
    NO_ZIP = ()
    OLD_WORKBOOK = ()
    NO_WORKBOOK = ()
    OLD_DOCUMENT = ()
    NO_DOCUMENT = ()
    DAMAGED_DOCUMENT = "name", "said"
    DAMAGED_WORKBOOK = ("said",)
    DAMAGED_SHEET = ("said",)
    LARGE_SHEET = "cells", "millions"
    LARGE_PART = "name", "size"
    ENTITIES = ("name",)
    NO_H5P = ()
    NO_COLLECTION = ()
    ZSTANDARD = ()
    DAMAGED_COLLECTION = ("said",)
    SCHEMA_NO_TEXT = ()
    LONG_SCHEMA = ("limit",)
    MEMORY = ("memory",)
    VIEW = ()
    COMPUTED_COLUMNS = ("table",)
    MANY_NOTES = "notes", "fields"
    MANY_NOTES_OR_TEXT = "notes", "fields", "millions"
    MANY_TYPES = "types", "millions"

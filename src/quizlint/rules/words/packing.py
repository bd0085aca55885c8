"""What is said of containers that cannot be unpacked."""

from quizlint.content.causes.packing import Packing

WORDS = {
    Packing.CONTAINER: "this container cannot be read: {why}",
    Packing.PART: "this cannot be read: {why}",
    Packing.MEMBER: "'{name}'",
    Packing.MEMBERS: "'{name}' (like {others:other|others} in it)",
    Packing.ASTRAY: (
        "{members} would be unpacked outside the folder, by programs that let it; it was not "
        "read: pack the archive anew"
    ),
    Packing.DOUBLED: "{members} is in it more than once; only the last one was read",
    Packing.BLOCKED: "{members} was not read: {why}",
    Packing.TOO_MUCH: (
        "it holds more than the {count:,} members and {size} MB that are read; '{name}' is the "
        "first unread"
    ),
    Packing.ENCRYPTED: "it is encrypted; pack it without a password",
    Packing.LINK: "it is a link, and links are not followed",
    Packing.METHOD: (
        "it is compressed by method {number}; pack it by the usual one, number 8 (deflate)"
    ),
    Packing.BOMB: (
        "it would unpack to more than {ratio} times its size, as in an archive that is made to "
        "overwhelm programs"
    ),
    Packing.OVERLAP: (
        "two of its members share the same bytes, as in an archive that is made to overwhelm "
        "programs"
    ),
    Packing.DAMAGED: "it is damaged ({said})",
    Packing.NO_CONTENTS: "it is damaged (its list of contents, at the end, is missing)",
    Packing.LONG_CONTENTS: "its list of contents has more than {limit} MB",
    Packing.MANY_ENTRIES: "it has {count:,} entries, more than {limit:,}",
    Packing.TOO_LARGE: "it has {size} MB, more than the {limit} MB that are read",
    Packing.UNPACKS_LARGE: "it unpacks to more than {limit} MB",
    Packing.NO_ZIP: "it is not a ZIP archive",
    Packing.OLD_WORKBOOK: "it has a password, or is of an older kind: save it as plain .xlsx",
    Packing.OLD_DOCUMENT: "it has a password, or is of an older kind: save it as plain .docx",
    Packing.NO_DOCUMENT: "it is no Word document: it has no word/document.xml with a body",
    Packing.DAMAGED_DOCUMENT: "'{name}' is damaged ({said})",
    Packing.NO_WORKBOOK: "it is no workbook: it has no xl/workbook.xml",
    Packing.DAMAGED_WORKBOOK: "the workbook is damaged ({said})",
    Packing.DAMAGED_SHEET: "the sheet is damaged ({said})",
    Packing.LARGE_SHEET: (
        "the sheet has more than {cells:,} cells or {millions} million characters; split it"
    ),
    Packing.LARGE_PART: "'{name}' has {size} MB; split it",
    Packing.ENTITIES: "'{name}' defines entities, which no office program writes",
    Packing.NO_H5P: "it is no H5P package: it has no h5p.json, or no content/content.json",
    Packing.NO_COLLECTION: "it has no collection of notes; export the deck again from Anki",
    Packing.ZSTANDARD: (
        "it is of the kind that Anki exports since version 2.1.50: `pip install "
        "quizlint[anki]` to read it, or export it with 'Support older Anki versions' ticked"
    ),
    Packing.DAMAGED_COLLECTION: "the collection is damaged ({said})",
    Packing.SCHEMA_NO_TEXT: "the collection is damaged (its schema is no text)",
    Packing.LONG_SCHEMA: "the collection is damaged (its schema has over {limit:,} entries)",
    Packing.MEMORY: "the collection is damaged (it needs more than {memory} MB of memory)",
    Packing.VIEW: "the collection is damaged (it holds a view, or no plain table)",
    Packing.COMPUTED_COLUMNS: "the collection is damaged ('{table}' has computed columns)",
    Packing.MANY_NOTES: (
        "it has more than {notes:,} notes or {fields:,} fields; export smaller decks"
    ),
    Packing.MANY_NOTES_OR_TEXT: (
        "it has more than {notes:,} notes or {fields:,} fields or {millions} million "
        "characters; export smaller decks"
    ),
    Packing.MANY_TYPES: (
        "it has more than {types:,} note types or {millions} million characters; export "
        "smaller decks"
    ),
}

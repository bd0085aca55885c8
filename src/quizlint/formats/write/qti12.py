"""An IMS QTI 1.2 package in the form in which Canvas exports quizzes and imports them best."""

from collections.abc import Sequence

from quizlint.content import Document, Question
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.write.answers import is_text_between
from quizlint.formats.write.base import NO_MEDIA, Ledger, Written
from quizlint.formats.write.media import Media
from quizlint.formats.write.package import packed
from quizlint.formats.write.qti12_items import ItemWriter
from quizlint.formats.write.xml_text import attribute, escaped

name = "qti12"
suffix = ".qti12.zip"
exact = False
rendered = True
unread = frozenset({"language"})

_PARTS = TARGETS[name].parts
FOLDER = "web_resources"
"""Where the files of a package stand that its texts show."""

_ASI = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_CANVAS = "http://canvas.instructure.com/xsd/cccv1p0"
_META = "associatedcontent/imscc_xmlv1p1/learning-application-resource"


def write(
    documents: Sequence[Document], markup: Markup = "markdown", media: Media = NO_MEDIA
) -> Written:
    """A package in which each document is a quiz in a folder of its own."""
    ledger = Ledger(_PARTS, media=media)
    members: dict[str, str] = {}
    quizzes: list[str] = []
    taken: set[str] = set()
    for number, document in enumerate(documents, 1):
        ledger.about(document)
        writer = ItemWriter(markup, ledger, taken)
        items: list[str] = []
        for item in document.items:
            between = isinstance(item, Question) and is_text_between(item)
            if (between or ledger.admits(item)) and isinstance(item, Question):
                items += writer.write(item)
        title = "" if document.title is None else document.title.plain
        language = "" if document.language is None else document.language.value.strip()
        identifier = f"quiz-{number}"
        quizzes.append(identifier)
        members[f"{identifier}/{identifier}.xml"] = _assessment(identifier, title, language, items)
        members[f"{identifier}/assessment_meta.xml"] = _meta(identifier, title, len(items))
    pictures = {f"{FOLDER}/{path}": data for path, data in media.files.items()}
    manifest = _manifest(quizzes, list(pictures))
    content = packed({"imsmanifest.xml": manifest, **members, **pictures})
    return Written(content, tuple(ledger.losses))


def _assessment(identifier: str, title: str, language: str, items: Sequence[str]) -> str:
    spoken = f" xml:lang={attribute(language)}" if language else ""
    named = f" title={attribute(title)}" if title else ""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<questestinterop xmlns="{_ASI}">',
            f'  <assessment ident="{identifier}"{named}{spoken}>',
            '    <section ident="root_section">',
            *items,
            "    </section>",
            "  </assessment>",
            "</questestinterop>",
            "",
        ]
    )


def _meta(identifier: str, title: str, count: int) -> str:
    """What Canvas wants to know of a quiz."""
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<quiz identifier="{identifier}" xmlns="{_CANVAS}">',
            f"  <title>{escaped(title or 'Quiz')}</title>",
            "  <description></description>",
            "  <quiz_type>assignment</quiz_type>",
            f"  <points_possible>{count}.0</points_possible>",
            "</quiz>",
            "",
        ]
    )


def _manifest(quizzes: Sequence[str], pictures: Sequence[str]) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<manifest xmlns="{_PACKAGE}" identifier="manifest">',
        "  <metadata>",
        "    <schema>IMS Content</schema><schemaversion>1.1.3</schemaversion>",
        "  </metadata>",
        "  <organizations/>",
        "  <resources>",
    ]
    for each in quizzes:
        lines += [
            f'    <resource identifier="{each}" type="imsqti_xmlv1p2">',
            f'      <file href="{each}/{each}.xml"/>',
            f'      <dependency identifierref="{each}-meta"/>',
            "    </resource>",
            f'    <resource identifier="{each}-meta" type="{_META}"',
            f'        href="{each}/assessment_meta.xml">',
            f'      <file href="{each}/assessment_meta.xml"/>',
            "    </resource>",
        ]
    for at, path in enumerate(pictures, 1):
        said = attribute(path)
        lines += [
            f'    <resource identifier="picture-{at}" type="webcontent" href={said}>',
            f"      <file href={said}/>",
            "    </resource>",
        ]
    return "\n".join([*lines, "  </resources>", "</manifest>", ""])

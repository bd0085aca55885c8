"""An IMS QTI 2.1 content package: a manifest, a test, and a file for each item."""

from collections.abc import Iterable, Mapping, Sequence

from quizlint.content import Document, Question
from quizlint.formats.catalogue import TARGETS, Markup
from quizlint.formats.write.answers import every_text, is_text_between
from quizlint.formats.write.base import NO_MEDIA, Ledger, Written
from quizlint.formats.write.media import Media
from quizlint.formats.write.package import packed
from quizlint.formats.write.qti_items import NAMESPACE, ItemWriter
from quizlint.formats.write.xml_text import attribute

name = "qti"
suffix = ".zip"
exact = False
rendered = True
unread = frozenset({"weights"})  # a mapping is read where it is more than all or nothing

_PARTS = TARGETS[name].parts
_PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"


def write(
    documents: Sequence[Document], markup: Markup = "markdown", media: Media = NO_MEDIA
) -> Written:
    """A package with one test, in which each document is a section."""
    ledger = Ledger(_PARTS, media=media)
    members: dict[str, str] = {}
    pictures: dict[str, dict[str, bytes]] = {}
    sections: list[str] = []
    taken = {"test", "manifest"}
    number = 0
    for index, document in enumerate(documents):
        ledger.about(document)
        language = "" if document.language is None else document.language.value.strip()
        writer = ItemWriter(markup, ledger, language, taken)
        references = []
        for item in document.items:
            between = isinstance(item, Question) and is_text_between(item)
            if not (between or ledger.admits(item)) or not isinstance(item, Question):
                continue
            number += 1
            identifier = writer.identifier(item, number)
            text = writer.write(item, identifier)
            if text:
                path = f"items/{number:04}.xml"
                members[path] = text
                pictures[path] = _pictures(item, media)
                said = attribute(identifier)
                references.append(f'<assessmentItemRef identifier={said} href="{path}"/>')
        title = _title(document) or f"Part {index + 1}"
        sections += [
            f'    <assessmentSection identifier="section-{index + 1}"',
            f'        title={attribute(title)} visible="true">',
            *(f"      {each}" for each in references),
            "    </assessmentSection>",
        ]
    title = next((said for each in documents if (said := _title(each))), "Quiz")
    test = _test(title, sections)
    content = packed(
        {
            **{path: data for files in pictures.values() for path, data in files.items()},
            "imsmanifest.xml": _manifest(pictures),
            "test.xml": test,
            **members,
        }
    )
    return Written(content, tuple(ledger.losses))


def _pictures(item: Question, media: Media) -> dict[str, bytes]:
    """The pictures that an item shows, by their paths in the package: as seen from the item."""
    paths = {path for text in every_text(item) for path in media.of(text).values()}
    files = media.files if paths else {}
    return {f"items/{path}": files[path] for path in sorted(paths)}


def _title(document: Document) -> str:
    return "" if document.title is None else document.title.plain


def _test(title: str, sections: Sequence[str]) -> str:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<assessmentTest xmlns="{NAMESPACE}" identifier="test" title={attribute(title)}>',
        '  <testPart identifier="part-1" navigationMode="nonlinear" submissionMode="individual">',
        *sections,
        "  </testPart>",
        "</assessmentTest>",
        "",
    ]
    return "\n".join(lines)


def _manifest(members: Mapping[str, Iterable[str]]) -> str:
    """What is in the package: each item, with the pictures that it shows."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<manifest xmlns="{_PACKAGE}" identifier="manifest">',
        "  <metadata>",
        "    <schema>QTIv2.1 Package</schema><schemaversion>1.0.0</schemaversion>",
        "  </metadata>",
        "  <organizations/>",
        "  <resources>",
        '    <resource identifier="resource-test" type="imsqti_test_xmlv2p1" href="test.xml">',
        '      <file href="test.xml"/>',
        *(f'      <dependency identifierref="resource-{at + 1}"/>' for at in range(len(members))),
        "    </resource>",
    ]
    for at, (path, pictures) in enumerate(members.items()):
        lines += [
            f'    <resource identifier="resource-{at + 1}" type="imsqti_item_xmlv2p1"',
            f'        href="{path}">',
            f'      <file href="{path}"/>',
            *(f"      <file href={attribute(picture)}/>" for picture in pictures),
            "    </resource>",
        ]
    return "\n".join([*lines, "  </resources>", "</manifest>", ""])

"""What is said of XML that cannot be read."""

from quizlint.content.causes.xml import Xml

WORDS = {
    Xml.AMPERSAND: "a bare & must be written &amp; or stand in a CDATA section",
    Xml.LESS: "a < that begins no tag must be written &lt; or stand in a CDATA section",
    Xml.LESS_IN_ATTRIBUTE: "a < in an attribute's value must be written &lt;",
    Xml.CDATA_END: "]]> closes no CDATA section; write ]]&gt;",
    Xml.HYPHENS: "a comment must not hold two hyphens in a row",
    Xml.CONTROL: "the control character U+{code:04X} is not allowed in XML; remove it",
    Xml.NO_CHARACTER: "{written} stands for no character that XML allows",
    Xml.ENTITY: (
        "XML does not know the entity {written}; write &amp; for a plain & or put the text in a "
        "CDATA section"
    ),
    Xml.ENTITY_OF_HTML: (
        "XML does not know the entity {written}; write &#{code}; or put the text in a CDATA section"
    ),
    Xml.OWN_ENTITIES: (
        "the file declares entities of its own, which are never expanded; write out what they "
        "stand for"
    ),
    Xml.DECLARATION: ('this declaration is broken; write <?xml version="1.0" encoding="UTF-8"?>'),
    Xml.LATE_DECLARATION: "the XML declaration must be the very first thing in the file",
    Xml.TEXT_FIRST: "text stands before the first element",
    Xml.BEHIND_THE_END: "XML has one outermost element; something stands after its end",
    Xml.UNCLOSED: "this is never closed",
    Xml.UNCLOSED_CDATA: "this CDATA section is never closed with ]]>",
    Xml.NESTED: "<{element}> is not closed before the next one begins",
    Xml.STILL_OPEN: (
        "{written} stands here while <{element}>, which begins in line {line}, is still open"
    ),
    Xml.CLOSES_NOTHING: "this end tag closes nothing",
    Xml.ATTRIBUTE_TWICE: "this attribute is written twice in one tag",
    Xml.MALFORMED_TAG: (
        'this tag is malformed: attributes are written name="value", with a space between two'
    ),
    Xml.NO_ELEMENT: "the file ends before its first element",
    Xml.ENDS_INSIDE: (
        "the file ends inside <{element}>, which begins in line {line}; was it cut off?"
    ),
    Xml.FOREIGN: "this cannot stand here in XML",
    Xml.OTHER: "it cannot be read",
}

"""Which language a text is in; nothing where that is not sure."""

import pytest

from quizlint.language import tell_language
from quizlint.language.telling import is_function_word, language_code
from quizlint.text import Prose

TEXTS = {
    "en": "Which of the following is the capital of the country and what is it known for?",
    "de": "Welche der folgenden Städte ist die Hauptstadt, und wie viele Menschen leben in ihr?",
    "fr": "Quelle est la capitale du pays et pour quoi est-ce que la ville est connue ?",
    "es": "¿Cuál es la capital del país y por qué es conocida la ciudad en el mundo?",
    "it": "Qual è la capitale del paese e per che cosa è conosciuta la città nel mondo?",
    "pt": "Qual é a capital do país e por que a cidade não é conhecida no mundo?",
    "nl": "Wat is de hoofdstad van het land en waar staat de stad om bekend?",
    "sv": "Vad är huvudstaden i landet och vad är den känd för i världen, om det är något?",
    "pl": "Co jest stolicą kraju i z czego to miasto jest znane na świecie?",
    "ru": "Какой город является столицей страны и чем он известен?",
    "uk": "Яке місто є столицею країни і чим воно відоме?",
    "zh": "这个国家的首都是哪座城市？",
    "ja": "この国の首都はどの都市ですか。",
    "ko": "이 나라의 수도는 어느 도시입니까?",
    "ar": "ما هي عاصمة هذا البلد وبماذا تشتهر؟",
    "fa": "پایتخت این کشور چیست؟",
    "he": "מהי בירת המדינה הזאת?",
    "el": "Ποια είναι η πρωτεύουσα της χώρας;",
    "hi": "इस देश की राजधानी क्या है?",
}


@pytest.mark.parametrize("language", TEXTS)
def test_languages(language: str) -> None:
    assert tell_language(Prose(TEXTS[language]).words) == language


@pytest.mark.parametrize(
    "text", ["", "Paris London Berlin", "int main void return", "LRU LFU FIFO", "123 456", "de la"]
)
def test_unsure(text: str) -> None:
    assert tell_language(text.split()) is None


def test_a_few_foreign_words_do_not_make_a_foreign_text() -> None:
    assert tell_language("What does the word 猫 mean in this sentence of the text".split()) == "en"
    assert tell_language("Which of the forms is the past of the verb être and why is it".split())


def test_function_words() -> None:
    assert is_function_word("the")
    assert not is_function_word("enzyme")
    assert is_function_word("der", "de")
    assert not is_function_word("der", "en")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("pt_BR", "pt"),
        ("English", "en"),
        ("Deutsch", "de"),
        ("x", "x"),
    ],
)
def test_authors_name_languages_as_they_like(word: str, code: str) -> None:
    assert language_code(word) == code

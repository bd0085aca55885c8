"""The names of fields in languages that have no pack, as the alias table compares them.

Each is the plain word for the part; what one language writes with accents often stands without.
"""

STEMS = (
    *("fragentext",),
    *("domanda", "vraag", "pytanie", "soru", "pertanyaan", "soal"),
    *("вопрос", "запитання", "питання"),
    *("题目", "题干", "问题", "題目", "問題", "質問", "문제", "질문"),
)
OPTIONS = (
    *("opzioni", "risposte"),
    *("antwoorden", "opties", "odpowiedzi", "opcje", "seçenekler", "secenekler", "şıklar"),
    *("pilihan", "варианты", "вариантыответа", "вариантыответов", "варіанти"),
    *("选项", "選項", "選択肢", "보기", "선택지"),
)
KEYS = (
    *("rispostacorretta", "risposta", "corretta", "juisteantwoord", "antwoord"),
    *("poprawnaodpowiedź", "poprawnaodpowiedz", "odpowiedź", "odpowiedz", "poprawna"),
    *("doğrucevap", "dogrucevap", "cevap", "jawaban", "jawabanbenar", "kunci"),
    *("ответ", "правильныйответ", "верныйответ", "відповідь", "правильнавідповідь"),
    *("答案", "正确答案", "正確答案", "正解", "答え", "정답"),
)
RATIONALES = (
    *("spiegazione", "uitleg", "wyjaśnienie"),
    *("açıklama", "aciklama", "pembahasan", "объяснение", "пояснение", "пояснення"),
    *("解析", "解説", "해설"),
)
LEVELS = ("难度", "難易度")
FRONTS = ("wort", "слово")
BACKS = ("перевод", "значение")
OFFERS = (*("opzione", "risposta", "optie", "вариант", "ответ", "选项", "選択肢"),)
"""What precedes the letter or number of one option, as in `Antwort A`."""

NAMES = frozenset((*STEMS, *OPTIONS, *KEYS, *RATIONALES, *LEVELS, *FRONTS, *BACKS))

LANGUAGES = frozenset(
    {"english", "german", "french", "spanish", "italian", "portuguese", "dutch", "russian"}
    | {"polish", "turkish", "japanese", "chinese", "korean", "latin", "greek", "arabic"}
    | {"swedish", "norwegian", "danish", "finnish", "czech", "hungarian", "ukrainian"}
    | {"deutsch", "englisch", "französisch", "spanisch", "italienisch", "latein", "russisch"}
    | {"español", "inglés", "francés", "alemán", "français", "anglais", "allemand", "espagnol"}
    | {"português", "inglês", "русский", "английский", "polski", "angielski", "日本語", "英語"}
    | {"中文", "英文", "한국어", "영어"}
)
"""Columns of a list of words: two of them are the sides of cards."""

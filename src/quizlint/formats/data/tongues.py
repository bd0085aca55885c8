"""The names of fields in languages that have no pack, as the alias table compares them.

Each is the plain word for the part; what is written with accents may stand without them, too.
"""

from unicodedata import combining, normalize


def _both(*words: str) -> tuple[str, ...]:
    """The words, and those with accents without them; what is no Latin letter stays as it is."""
    bare = ("".join(c for c in normalize("NFD", word) if not combining(c)) for word in words)
    latin = (each for each in bare if each.isascii())
    return tuple(dict.fromkeys((*words, *latin)))


STEMS = _both(
    *("fragentext",),
    *("domanda", "vraag", "pytanie", "soru", "pertanyaan", "soal"),
    *("otázka", "fråga", "spørgsmål", "spørsmål", "kysymys", "kérdés", "întrebare", "câuhỏi"),
    *("вопрос", "текствопроса", "запитання", "питання", "ερώτηση", "السؤال", "प्रश्न"),
    *("题目", "题干", "问题", "題目", "問題", "質問", "문제", "질문"),
)
OPTIONS = _both(
    *("opzioni", "risposte"),
    *("antwoorden", "opties", "odpowiedzi", "opcje", "seçenekler", "secenekler", "şıklar"),
    *("možnosti", "odpovědi", "svarsalternativ", "alternativ", "valgmuligheder", "vaihtoehdot"),
    *("lehetőségek", "variante", "lựachọn", "επιλογές", "الخيارات", "विकल्प"),
    *("pilihan", "варианты", "ответы", "відповіді"),
    *("вариантыответа", "вариантыответов", "варіанти"),
    *("选项", "選項", "選択肢", "보기", "선택지"),
)
KEYS = _both(
    *("rispostaesatta", "rispostegiuste", "rispostecorrette", "esatta", "giusta", "corretto"),
    *("rispostacorretta", "risposta", "corretta", "juisteantwoord", "antwoord"),
    *("poprawnaodpowiedź", "poprawnaodpowiedz", "odpowiedź", "odpowiedz", "poprawna"),
    *("poprawneodpowiedzi", "poprawne", "prawidłowaodpowiedź", "prawidłowa", "juist", "goed"),
    *("správnáodpověď", "odpověď", "správně", "rättsvar", "rätt", "svar", "rigtigtsvar"),
    *("riktigsvar", "oikeavastaus", "vastaus", "helyesválasz", "válasz", "răspunscorect"),
    *("răspuns", "đápán", "đápánđúng", "σωστήαπάντηση", "الإجابةالصحيحة", "सहीउत्तर"),
    *("правильный", "правильно", "верный", "верно", "правильныеответы", "верныеответы"),
    *("doğrucevap", "dogrucevap", "cevap", "jawaban", "jawabanbenar", "kunci"),
    *("ответ", "правильныйответ", "верныйответ", "відповідь", "правильнавідповідь"),
    *("答案", "正确答案", "正確答案", "正解", "答え", "정답"),
)
WRONG = _both(
    *("risposteerrate", "rispostesbagliate", "risposteincorrette", "błędneodpowiedzi"),
    *("niepoprawneodpowiedzi", "fouteantwoorden", "verkeerdeantwoorden", "felsvar"),
    *("неправильныеответы", "неверныеответы", "yanlışcevaplar", "jawabansalah"),
    *("错误答案", "錯誤答案", "干扰项", "誤答", "오답"),
)
"""Lists of options that are wrong."""

ANSWERS = _both(
    *("risposta", "antwoord", "odpowiedź", "odpověď", "cevap", "jawaban", "svar", "vastaus"),
    *("válasz", "răspuns", "ответ", "відповідь", "答案", "答え", "정답", "답"),
)
"""The other side of a card whose one side is a question."""

RATIONALES = _both(
    *("spiegazione", "motivazione", "uitleg", "toelichting", "wyjaśnienie", "uzasadnienie"),
    *("vysvětlení", "förklaring", "forklaring", "selitys", "magyarázat", "explicație"),
    *("açıklama", "aciklama", "pembahasan", "объяснение", "пояснение", "пояснення"),
    *("解析", "解説", "해설"),
)
TEXTS = _both("testo", "tekst", "текст", "metin", "teks", "文本", "内容", "內容", "내용")
FLAGS = _both(
    *("corretta", "corretto", "esatta", "giusta", "poprawna", "poprawny", "prawidłowa", "juist"),
    *("правильный", "правильно", "верный", "верно", "doğru", "benar", "rätt", "správně"),
    *("正确", "正確", "是否正确", "정답"),
)
"""What an option says of itself, and whether it is right."""

LEVELS = ("难度", "難易度")
FRONTS = ("wort", "слово", "単語", "語句", "词语", "單詞", "单词", "단어")
BACKS = ("перевод", "значение", "意味", "释义", "釋義", "翻译", "翻譯", "뜻", "의미")
OFFERS = _both(
    *("opzione", "risposta", "optie", "antwoord", "odp", "odpowiedź", "možnost", "odpověď"),
    *("alternativ", "svar", "seçenek", "cevap", "şık", "pilihan", "jawaban", "вариант", "ответ"),
    *("варіант", "відповідь", "选项", "選項", "選択肢", "보기", "선택지"),
)
"""What precedes the letter or number of one option, as in `Antwort A`."""

NAMES = frozenset((*STEMS, *OPTIONS, *KEYS, *FLAGS, *WRONG, *RATIONALES, *LEVELS, *FRONTS, *BACKS))

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

"""The words with which authors announce an answer, an explanation, a level, or a quiz at all.

Each table is one alternation for a verbose, case-blind pattern: a space in it is written `\\ `. The
languages with a pack say their own words there; those of others in which people keep quizzes in
public repositories stand here.
"""

from operator import attrgetter
from typing import Final

from quizlint.language.pack import packs


def _any(section: str, *groups: str) -> str:
    """One alternation of the words of all packs and of groups that are parted by `|`; longer words
    first, so that they win.
    """
    words = {word.strip() for group in groups for word in group.split("|") if word.strip()}
    words.update(word for each in packs() for word in attrgetter(section)(each))
    return "|".join(word.replace(" ", r"\ ") for word in sorted(words, key=lambda w: (-len(w), w)))


def _topics(section: str, others: str = "") -> str:
    """What titles speak of, in all languages: expressions, in the order written."""
    said = [topic for each in packs() for topic in attrgetter(section)(each)]
    return "|".join([*said, others] if others else said)


_ROMANCE = (
    "risposta|risposte|risposta corretta|risposte corrette"
    "|risposta esatta|la risposta corretta|soluzione|soluzioni"
)
_GERMANIC = (
    "antwoord|antwoorden|juiste antwoord"
    "|het juiste antwoord|correct antwoord|oplossing|svar|rätt svar|riktig svar|rigtigt svar"
    "|korrekt svar|facit|fasit|lösning"
)
_SLAVIC = (
    "ответ|ответы|правильный ответ|правильные ответы|верный ответ|решение|відповідь"
    "|правильна відповідь|odpowiedź|odpowiedzi|poprawna odpowiedź|prawidłowa odpowiedź"
    "|відповіді|правильні відповіді|poprawne odpowiedzi|klucz odpowiedzi|odpovědi"
    "|rozwiązanie|odpověď|správná odpověď|řešení|odgovor|točan odgovor|rješenje"
)
_OTHER = (
    "vastaus|oikea vastaus|válasz|helyes válasz|megoldás|răspuns|răspuns corect|cevap"
    "|doğru cevap|cevaplar|cevap anahtarı"
    "|yanıt|doğru yanıt|jawaban|kunci jawaban|jawaban benar|đáp án|đáp án đúng"
    "|trả lời|答案|正确答案|參考答案|参考答案|正確答案|答え|解答|正解|回答|答|정답|답|해답"
    "|उत्तर|सही उत्तर|الإجابة|الإجابة الصحيحة|الجواب|תשובה|תשובה נכונה|απάντηση|σωστή απάντηση"
)
ANSWER: Final = _any("labels.answer", _ROMANCE, _GERMANIC, _SLAVIC, _OTHER)
"""Words before an answer. Alone on a line or in a heading they begin a key section."""

KEYS: Final = _topics(
    "labels.keys",
    "risposte|soluzioni|antwoorden|facit|ответы|відповіді|odpowiedzi|odpovědi|cevap|答|解|정답|답",
)
"""What the title of a section of keys speaks of."""

EXPLANATION: Final = _any(
    "labels.explanation",
    "spiegazione|uitleg|toelichting|förklaring|forklaring|объяснение|пояснение|пояснення",
    "wyjaśnienie|uzasadnienie|vysvětlení",
    "objašnjenje|selitys|magyarázat|explicație|açıklama|penjelasan|giải thích|解析|解释|解說|解说",
    "解説|説明|해설|설명|व्याख्या|الشرح|הסבר|εξήγηση",
)
"""Words before the reason why an answer is right."""

LEVEL: Final = _any("labels.level", "难度")
HINT: Final = _any("labels.hint")
CONCEPTS: Final = _any("labels.concepts")

RIGHT: Final = _any(
    "labels.right",
    "corretta|corretto|esatta|juist|goed|rätt|riktig|rigtig|верно|правильно|правильный",
    "правильный ответ|poprawna|poprawne|správně|točno|oikein|helyes|corect|doğru|benar|đúng",
    "正确|正確|正解|答案|정답",
)
"""Words that mark an option as the right one, in brackets or behind an arrow."""

QUESTION: Final = _any("labels.question", "domanda|vraag|вопрос|pytanie|fråga|soru|soal|câu")
"""Words before the number of a question."""

OPTION: Final = _any("labels.option", "risposta|opzione")
"""Words before the letter of an option."""

FRONT: Final = _any("labels.front")
BACK: Final = _any("labels.back", "risposta|ответ|答案?")
"""Words before the sides of a card."""

OPTIONS: Final = _any("labels.options", "opzioni")
"""Words over a list of options."""

QUIZ: Final = _topics(
    "labels.quiz",
    r"\bverifica\b|\bdomande\b|\btoets\b|\bvragen\b"
    r"|\bsprawdzian|\bpytania\b|\btesty\b|вопрос|викторин|\bтесты?\b|контрольн|экзамен"
    r"|测验|測驗|试题|試題|题库|題庫|考试|考試|练习|選擇題|选择题|习题|クイズ|問題集|テスト|試験|퀴즈|문제"
    r"|\bsınav\b|\bkuis\b|\bsoal\b|trắc nghiệm",
)
"""What the name or title of a quiz speaks of."""

EXAM: Final = _topics("labels.exam", "测验|选择题|викторин|クイズ|퀴즈")
"""What the name or title speaks of where learners pick among options."""

CARDS: Final = _topics("labels.cards", "flashkort|флэш-?карт|карточк|单词|抽认卡")
"""What the name or title of a deck of cards speaks of."""

SURVEY: Final = _topics("labels.survey", r"\bsondaggio|опрос|анкет|调查|問卷|问卷|アンケート|설문")
"""What the name or title of questions without right answers speaks of."""

HELP: Final = _topics("labels.help")
"""What the title of a page of help speaks of, whose questions test nobody."""

"""The words with which authors announce an answer, an explanation, a level, or a quiz at all.

Each table is one alternation for a verbose, case-blind pattern: a space in it is written `\\ `. The
languages are those in which people keep quizzes in public repositories.
"""

from typing import Final


def _any(*groups: str) -> str:
    """One alternation of words that are parted by `|`; longer words first, so that they win."""
    words = {word.strip() for group in groups for word in group.split("|")}
    return "|".join(word.replace(" ", r"\ ") for word in sorted(words, key=lambda w: (-len(w), w)))


_ENGLISH = (
    "answer|answers|ans|correct|correct answer|correct answers|correct option|correct options"
    "|correct choice|correct choices|correct response|right answer|right answers|right option"
    "|right choice|best answer|the answer|the correct answer|the right answer|the correct option"
    "|correct ans|answer key|key|solution|solutions|your answer|final answer|expected answer"
    "|model answer|sample answer|short answer|suggested answer"
)
_ROMANCE = (
    "réponse|réponses|bonne réponse|bonnes réponses|réponse correcte|réponses correctes|reponse"
    "|la bonne réponse|la réponse correcte|corrigé|respuesta|respuestas|respuesta correcta"
    "|respuestas correctas|la respuesta|la respuesta correcta|solución|soluciones|correcta"
    "|correctas|opción correcta|clave|risposta|risposte|risposta corretta|risposte corrette"
    "|risposta esatta|la risposta corretta|soluzione|soluzioni|resposta|respostas"
    "|resposta correta|respostas corretas|resposta certa|alternativa correta|solução|gabarito"
)
_GERMANIC = (
    "antwort|antworten|richtige antwort|richtige antworten|korrekte antwort|die richtige antwort"
    "|richtig|lösung|lösungen|loesung|auflösung|antwoord|antwoorden|juiste antwoord"
    "|het juiste antwoord|correct antwoord|oplossing|svar|rätt svar|riktig svar|rigtigt svar"
    "|korrekt svar|facit|fasit|lösning"
)
_SLAVIC = (
    "ответ|ответы|правильный ответ|правильные ответы|верный ответ|решение|відповідь"
    "|правильна відповідь|odpowiedź|odpowiedzi|poprawna odpowiedź|prawidłowa odpowiedź"
    "|rozwiązanie|odpověď|správná odpověď|řešení|odgovor|točan odgovor|rješenje"
)
_OTHER = (
    "vastaus|oikea vastaus|válasz|helyes válasz|megoldás|răspuns|răspuns corect|cevap"
    "|doğru cevap|yanıt|doğru yanıt|jawaban|kunci jawaban|jawaban benar|đáp án|đáp án đúng"
    "|trả lời|答案|正确答案|參考答案|参考答案|正確答案|答え|解答|正解|回答|答|정답|답|해답"
    "|उत्तर|सही उत्तर|الإجابة|الإجابة الصحيحة|الجواب|תשובה|תשובה נכונה|απάντηση|σωστή απάντηση"
)
ANSWER: Final = _any(_ENGLISH, _ROMANCE, _GERMANIC, _SLAVIC, _OTHER)
"""Words before an answer. Alone on a line or in a heading they begin a key section."""

EXPLANATION: Final = _any(
    "explanation|explanations|rationale|reason|reasoning|justification|feedback|why|explain",
    "erklärung|begründung|erläuterung|explication|explications|explicación|justificación",
    "justificación|spiegazione|explicação|justificativa|comentário|uitleg|toelichting",
    "förklaring|forklaring|объяснение|пояснение|пояснення|wyjaśnienie|uzasadnienie|vysvětlení",
    "objašnjenje|selitys|magyarázat|explicație|açıklama|penjelasan|giải thích|解析|解释|解說|解说",
    "解説|説明|해설|설명|व्याख्या|الشرح|הסבר|εξήγηση",
)
"""Words before the reason why an answer is right."""

LEVEL: Final = _any("level|difficulty|schwierigkeit|schwierigkeitsgrad|difficulté|dificultad|难度")
HINT: Final = _any("hint|hints")
CONCEPTS: Final = _any("concepts|key concepts")

RIGHT: Final = _any(
    "correct|correct answer|correct option|correct choice|right|right answer|right one|answer|key",
    "true answer|ans|the answer|richtig|richtige antwort|korrekt|lösung|correcte|bonne réponse",
    "juste|correcta|respuesta correcta|correcto|corretta|corretto|esatta|correta|correto|certa",
    "certo|juist|goed|rätt|riktig|rigtig|верно|правильно|правильный|правильный ответ|poprawna",
    "poprawne|správně|točno|oikein|helyes|corect|doğru|benar|đúng|正确|正確|正解|答案|정답",
)
"""Words that mark an option as the right one, in brackets or behind an arrow."""

QUIZ: Final = (
    r"quiz|\bmcqs?\b|\btrivia\b|multiple[ _-]?choice|\bexams?\b|\btests?\b(?![ _-]?(?:suite|run"
    r"|case|plan|cover|driv|env|report|result))|\bself[ _-]?(?:test|check|assessment)"
    r"|knowledge[ _-]?(?:check|test)|\b(?:check|test)[ _-]your(?:self|[ _-]\w+)"
    r"|(?:interview|review|practice|practise|exam|exercise|study|sample|mock|test|comprehension)"
    r"[ _-]?(?:questions?|exams?|tests?|problems?)|question[ _-]?(?:bank|set|pool)s?|\bquestions\b"
    r"|\bworksheet|\bassessment\b|\bmidterm\b|\bhomework\b|\bprüfung|klausur|\bfragen\b|fragebogen"
    r"|\baufgaben\b|arbeitsblatt|lernkontrolle|\bexamen\b|\bprueba|\bcuestionario|\bpreguntas\b"
    r"|autoevaluaci|\bquestionnaire|\binterrogation\b|\bcontrôle\b|\bévaluation\b|\bverifica\b"
    r"|\bdomande\b|\bprova\b|\bavaliação|\bperguntas\b|questionário|\btoets\b|\bvragen\b"
    r"|\bsprawdzian|\bpytania\b|\btesty\b|вопрос|викторин|\bтесты?\b|контрольн|экзамен"
    r"|测验|測驗|试题|試題|题库|題庫|考试|考試|练习|選擇題|选择题|习题|クイズ|問題集|テスト|試験|퀴즈|문제"
    r"|\bsınav\b|\bkuis\b|\bsoal\b|trắc nghiệm"
)
"""What the name or title of a quiz speaks of."""

EXAM: Final = (
    r"quiz|\bmcqs?\b|multiple[ _-]?choice|\bexams?\b|klausur|测验|选择题|викторин|クイズ|퀴즈"
)
"""What the name or title speaks of where learners pick among options."""

CARDS: Final = (
    r"flash[ _-]?cards?|^cards?\b|\bvocab(?:ulary|\b)|karteikarten|lernkarten|vokabel|tarjetas"
    r"|\bfichas\b|cartes[ _-]mémoire|flashkort|флэш-?карт|карточк|单词|抽认卡"
    r"|interview[ _-]?(?:questions?|q)|\bquestions?[ _-](?:and|&|n)[ _-]answers?\b"
    r"|\bself[ _-]?(?:test|check)|\b(?:review|study)[ _-]questions?"
)
"""What the name or title of a deck of cards speaks of."""

SURVEY: Final = (
    r"\bsurvey|\bpolls?\b|\bumfrage|\bencuesta|\bsondage|\bsondaggio|\benquête|\bfeedback[ _-]form"
    r"|\bpersonality\b|\bopinion|опрос|анкет|调查|問卷|问卷|アンケート|설문"
)
"""What the name or title of questions without right answers speaks of."""

HELP: Final = r"\bfaqs?\b|\bfrequently\b|troubleshoot|häufige fragen|preguntas frecuentes"
"""What the title of a page of help speaks of, whose questions test nobody."""

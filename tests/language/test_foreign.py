"""Catch-all options, absolutes and vague words in the languages that have a pack."""

import pytest

from quizlint.language import foreign
from quizlint.text import Prose

ALL = {
    "de": """\
Alle genannten
Alle Antworten sind richtig
Alle der oben genannten
Alle oben genannten Antworten
Alle Aussagen treffen zu
alle davon
Alle der genannten Antworten
Alles davon
Alle sind richtig.
Alle drei
Beide Antworten sind richtig
D) Alle genannten Optionen
Alle genannten Antworten sind richtig
Alle oben aufgeführten
Alle Antworten
alle der genannten
Alle Antworten stimmen
Alles genannte
Alle der aufgeführten
Alle vorgenannten
Alle vier Antworten sind richtig
Alle Möglichkeiten
Alle Angaben sind korrekt
Alle Aussagen
Beide
All diese""",
    "fr": """\
Toutes les réponses ci-dessus
Toutes ces réponses
Toutes les réponses sont correctes
Toutes les réponses
Tous les choix ci-dessus
Toutes les propositions précédentes
Toutes ces réponses sont correctes
Tout ce qui précède
Toutes les réponses précédentes sont exactes
Toutes sont correctes
Les trois réponses
L'ensemble de ces propositions
Toutes les propositions sont vraies
Les deux réponses sont justes
Toutes les options ci-dessus
Tous les éléments ci-dessus
toutes les réponses mentionnées ci-dessus
Toutes les affirmations sont exactes
Les trois
Tous ces éléments
Tout cela""",
    "es": """\
Todas las anteriores
Todas son correctas
Todas las respuestas son correctas
Todos los anteriores
Todas las opciones anteriores
Todas las respuestas anteriores son correctas
Todo lo anterior
Todas las mencionadas
Ambas son correctas
Todas las anteriores son correctas
todas ellas
Todas las opciones
Todas las demás
Todas las afirmaciones son verdaderas
Todos los mencionados
Ambas respuestas son correctas
Las tres son correctas
Todas las de arriba
Todas""",
    "pt": """\
Todas as anteriores
Todas as alternativas
Todas as alternativas anteriores
Todas as respostas acima
Todas estão corretas
Todas as opções acima
Todas as alternativas estão corretas
Todos os itens acima
Todas as respostas anteriores
Tudo o que foi mencionado
Ambas estão corretas
Todas as acima
Todas as afirmações são verdadeiras
Todos os anteriores
Todas elas
Todas as anteriores estão corretas
Todas as alternativas acima estão corretas
Todas as demais alternativas
As três alternativas
Todos os citados acima""",
}
NONE = {
    "de": """\
Keine der Antworten
Keine der genannten
Keine der oben genannten Antworten
Keine Antwort ist richtig
Keiner davon
Keines der genannten
Nichts davon
Keine der Aussagen trifft zu
Keine ist richtig
Keine der Antworten ist richtig
Alle sind falsch
Keine der Optionen
Keine von diesen
Keine davon ist richtig
Keine der Aussagen ist richtig
Keine der anderen Antworten
Keine der aufgeführten
Keine richtige Antwort
Weder noch
Keine der beiden
keine der obigen
Keine der vorgeschlagenen Antworten
Keine Antwort
nichts von alledem
Keine dieser Städte""",
    "fr": """\
Aucune de ces réponses
Aucune des réponses ci-dessus
Aucune réponse n'est correcte
Aucune des propositions
Aucun des deux
Aucune de ces propositions n'est exacte
Rien de tout cela
Aucune des réponses précédentes
Aucune réponse exacte
Aucun d'entre eux
Toutes les réponses sont fausses
Aucune réponse
Aucune n'est correcte
Aucune autre réponse
Aucune de ces réponses n'est correcte
Aucun de ces choix
Ni l'un ni l'autre
Aucune des options ci-dessus
Aucune des réponses
Aucune bonne réponse
Pas de réponse correcte
Aucune proposition exacte""",
    "es": """\
Ninguna de las anteriores
Ninguna de las respuestas es correcta
Ninguno de los anteriores
Ninguna es correcta
Ninguna respuesta es correcta
Ninguna de las opciones
Nada de lo anterior
Todas son falsas
Ninguna de ellas
Ninguna de las mencionadas
Ninguna de las respuestas anteriores es correcta
Ninguna
Ninguna de las otras opciones
No hay respuesta correcta
Ninguna opción es correcta
Ninguna de las afirmaciones es verdadera
Ninguna anterior
Ninguno de los mencionados""",
    "pt": """\
Nenhuma das anteriores
Nenhuma das alternativas
Nenhuma das respostas acima
Nenhuma está correta
Nenhuma das alternativas anteriores
Nenhum dos anteriores
Nada disso
Todas estão incorretas
Nenhuma delas
Nenhuma das respostas anteriores está correta
Nenhuma das opções acima
Nenhuma resposta correta
NDA
N.D.A.
Nenhuma das citadas
Nenhuma alternativa está correta
Nenhuma das alternativas está correta
Nenhum dos itens acima
Nenhuma das demais""",
}
ANSWERS = {
    "de": """\
Alle Städte an der Elbe
Alle Elektronen
Keine Veränderung
Alle Tage
Kein Sauerstoff
Alle Menschen
Beide Elternteile
Keine Wirkung
Alles Gute
Nichts geschieht
Alle Werte werden gelöscht
Alle Städte liegen am Meer
Keine Stadt ist größer
Antwort A
Die richtige Antwort wird angezeigt
Alle Antworten werden gespeichert
alle Lösungen sind sauer""",
    "fr": """\
Toutes les villes
Aucun effet
Tous les électrons
Aucune idée
Toutes les femmes
Les deux parents
Rien
Tous les jours
Aucun oxygène
Toutes les valeurs sont effacées
Tous les pays de l'Union""",
    "es": """\
Todos los electrones
Ningún efecto
Todas las ciudades del sur
Nada
Todos los días
Ninguna célula
Ambos padres
Todo el mundo
Todos los valores se borran""",
    "pt": """\
Todos os elétrons
Nenhum efeito
Todas as cidades do sul
Nada
Todos os dias
Nenhuma célula
Ambos os pais
Todo mundo
Todos os valores são apagados""",
}
ABSOLUTE = {
    "de": """\
Sie schmelzen immer im Feuer
Alle Metalle leiten Strom
Es ist niemals sauer
Sie sind ausschließlich im Meer zu finden
Jedes Tier hat vier Beine
Sie leben stets im Wasser
Niemand weiß es""",
    "fr": """\
Ils fondent toujours dans le feu
Tous les métaux conduisent le courant
Ce n'est jamais acide
Ils vivent exclusivement dans la mer
Chaque animal a quatre pattes
Personne ne le sait
C'est totalement impossible""",
    "es": """\
Siempre se funden en el fuego
Todos los metales conducen la corriente
Nunca es ácido
Viven exclusivamente en el mar
Cada animal tiene cuatro patas
Nadie lo sabe""",
    "pt": """\
Sempre derretem no fogo
Todos os metais conduzem a corrente
Nunca é ácido
Vivem exclusivamente no mar
Cada animal tem quatro patas
Ninguém sabe""",
}
RELATIVE = {
    "de": """\
Es hilft nicht immer
Fast alle Metalle leiten Strom
Vor allem im Sommer
Sie werden immer größer
Jeden Tag einmal
Die absolute Temperatur
Alle zwei Jahre
Zwei der Städte
Es hält für immer""",
    "fr": """\
Cela n'aide pas toujours
Presque tous les métaux
Tous les jours une fois
Une personne âgée
Tous les deux ans
De plus en plus vite
Chaque fois qu'il pleut""",
    "es": """\
No siempre ayuda
Casi todos los metales
Todos los días una vez
Cada vez más rápido
Cada dos años
Siempre que llueve
El niño está solo""",
    "pt": """\
Nem sempre ajuda
Quase todos os metais
Todos os dias uma vez
Cada vez mais rápido
A cada dois anos
Sempre que chove""",
}


def each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in table.items() for text in texts.splitlines()]


@pytest.mark.parametrize(("language", "text"), each(ALL))
def test_all(language: str, text: str) -> None:
    assert foreign.catch_all(text, language, bare=True) == "all"


@pytest.mark.parametrize(("language", "text"), each(NONE))
def test_none(language: str, text: str) -> None:
    assert foreign.catch_all(text, language, bare=True) == "none"


@pytest.mark.parametrize(("language", "text"), each(ANSWERS))
def test_answers_that_only_begin_so(language: str, text: str) -> None:
    assert foreign.catch_all(text, language) is None


@pytest.mark.parametrize(("language", "text"), each(ABSOLUTE))
def test_absolutes(language: str, text: str) -> None:
    (term, *_) = foreign.absolutes(Prose(text), language)
    assert text[term.start : term.end].lower().strip() == term.word


@pytest.mark.parametrize(("language", "text"), each(RELATIVE))
def test_words_that_claim_less(language: str, text: str) -> None:
    assert foreign.absolutes(Prose(text), language) == ()


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("de", "Sie fliegen oft zu zweit", ["oft"]),
        ("de", "Wie oft sie fliegen", []),
        ("fr", "Ils volent souvent à deux", ["souvent"]),
        ("fr", "Ils volent plus souvent", []),
        ("es", "Vuelan a menudo en pareja", ["a menudo"]),
        ("es", "Una planta comúnmente llamada menta", []),
        ("pt", "Voam muitas vezes aos pares", ["muitas vezes"]),
        ("pt", "Com que frequência voam", []),
    ],
)
def test_vague_words(language: str, text: str, words: list[str]) -> None:
    assert [term.word for term in foreign.vague(Prose(text), language)] == words


@pytest.mark.parametrize(
    ("language", "text", "labels"),
    [
        ("de", "A, B und C", "ABC"),
        ("de", "sowohl A als auch B", "AB"),
        ("de", "A und Bord", None),
        ("fr", "les réponses A et B", "AB"),
        ("es", "Tanto A como C", "AC"),
        ("pt", "Alternativas A e B", "AB"),
        ("pt", "A", None),
        ("xx", "A und B", None),
    ],
)
def test_combined_labels(language: str, text: str, labels: str | None) -> None:
    assert foreign.names_all(text, "ABCD", language) == (labels and tuple(labels))


def test_verdicts() -> None:
    assert [foreign.verdict(word, "de") for word in ("Wahr.", "falsch", "rot")] == [
        True,
        False,
        None,
    ]
    assert foreign.verdict("Sim", "pt") is True
    assert foreign.verdict("Nein, weil es brennt", "de") is False
    assert foreign.verdict("Nein sagen", "de") is None
    assert foreign.verdict("wahr", "xx") is None


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "Die richtige Antwort ist B, weil es misst.", "B, weil es misst"),
        ("de", "Man sieht: Antwort C ist richtig.", "C ist richtig"),
        ("de", "Eine Antwort ist schwer.", None),
        ("fr", "La bonne réponse est donc B.", "B"),
        ("es", "La respuesta correcta es: la B.", "la B"),
        ("pt", "A alternativa correta é a letra C.", "C"),
        ("pt", "Gabarito: letra D", "letra D"),
        ("en", "So the correct answer is B.", "B"),
        ("xx", "Die richtige Antwort ist B.", None),
    ],
)
def test_key_sentences(language: str, text: str, said: str | None) -> None:
    found = foreign.key_said(text, language)
    assert (found and text[slice(*found)]) == said

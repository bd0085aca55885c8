"""Stems that ask in the negative, and look-alikes that do not, as teachers write them."""

import pytest

from quizlint.language.negation import denial, negation
from quizlint.text import Span, Text

TURNED = {
    "de": """\
Welche Aussage trifft NICHT zu?
Welche der folgenden Städte ist keine Hauptstadt?
Welches Tier ist kein Säugetier?
Alle folgenden Tiere sind Säugetiere, außer:
Welche Aussage ist falsch?
Markieren Sie die falsche Antwort.
Kreuze die Aussage an, die nicht zutrifft.
Nenne das Tier, das kein Vogel ist.
Zu den Metallen gehört nicht:
Wale sind keine
Was gehört nicht zu den Grundfarben?
In welchem Land spricht man nicht Deutsch?
Ein Patient schläft nicht. Welcher Stoff hilft ihm nicht?
Welche Aussage, die man oft hört, trifft nicht zu?
Welcher der folgenden Stoffe leitet den Strom nicht?
Welche der folgenden Aussagen zum Wasser ist nicht richtig?
Wofür ist die Leber nicht zuständig?
Geben Sie an, welche Aussage nicht zutrifft.
Welche Eigenschaft ist am wenigsten wahrscheinlich?""",
    "fr": """\
Laquelle de ces villes n'est pas une capitale ?
Quel animal n'est PAS un mammifère ?
Cochez la réponse fausse.
Laquelle de ces affirmations est fausse ?
Tous ces animaux sont des mammifères, sauf :
Quelle est la proposition qui n'est pas correcte ?
Qu'est-ce qui n'est pas un métal ?
Parmi ces villes, laquelle n'est pas en France ?
Dans une maison, on range tout. Parmi les objets suivants, lequel n'est PAS un meuble ?
Indiquez l'affirmation qui ne convient pas.
Quel pays n'a jamais gagné la coupe du monde ?
Que ne faut-il pas faire en cas d'incendie ?
Les baleines ne sont pas
Lequel de ces éléments ne contient aucun métal ?
Laquelle des propositions suivantes est inexacte ?""",
    "es": """\
¿Cuál de estas ciudades no es una capital?
¿Qué animal NO es un mamífero?
Señale la respuesta incorrecta.
¿Cuál de las siguientes afirmaciones es falsa?
Todos estos animales son mamíferos, excepto:
Todas son capitales menos una:
¿Cuál es la opción que no corresponde?
Marca la afirmación que no es verdadera.
Las ballenas no son
¿Qué país nunca ganó el mundial?
Son metales los siguientes, salvo:
cual de los siguientes no es un metal
¿En cuál de estos países no se habla español?
¿Quién no fue presidente?
De las siguientes propiedades ¿Cuál no es una de los metales?
Recuerda estos tres: sol, mar, luz. ¿Cuál NO estaba?
Según el texto, es incorrecto afirmar que:
¿Cuál de las siguientes opciones es menos probable?
¿Cuál de las ciudades que están en Italia no es la capital?""",
    "pt": """\
Qual destas cidades não é uma capital?
Que animal NÃO é um mamífero?
Marque a alternativa incorreta.
Qual das afirmações a seguir é falsa?
Todos estes animais são mamíferos, EXCETO:
Qual é a alternativa que não corresponde?
Assinale a alternativa que NÃO apresenta um metal.
As baleias não são
O que não é um metal?
Em qual destes países não se fala português?
Com base no texto, é INCORRETO afirmar que:
Sobre a água, assinale a alternativa INCORRETA:
Quem não foi presidente?
Não é característica dos peixes:
São metais os seguintes, exceto:
Em que país não há mar?""",
}
STRAIGHT = {
    "de": """\
Warum mischt sich Öl nicht mit Wasser?
Ein Patient schläft nicht. Welches Hormon macht müde?
Was passiert, wenn ein Körper nicht fällt?
Welches Tier lebt nicht nur im Wasser, sondern auch an Land?
Welche Energiequelle zählt zu den nicht erneuerbaren Energien?
Ist die Aussage wahr oder falsch?
Was kann man tun, um nicht krank zu werden?
Wie heißt das Tier, das nicht fliegen kann?
Welches Gesetz gilt, obwohl der Körper keine Kraft spürt?
Wenn der Strom nicht fließt, welches Bauteil ist defekt?
Eis sinkt nicht, weil
Was bedeutet "nicht wahr"?
Was versteht man unter Stoffen, welche nicht brennen?
Welches Land ist nicht mehr in der EU, wenn man es so sieht?
Welche Stadt ist die Hauptstadt und nicht die größte?
Welches Verb bildet das Perfekt mit sein?
Welches Gerät ist außerdem nötig?
Welches Tier kann schwimmen, ist aber kein Fisch?
Welches Tier kann schwimmen, aber ist kein Fisch?
Ordne zu: richtig oder falsch?
Welcher Test ist falsch-positiv?
Wie viele Planeten haben keinen Mond?
Welche Stadt ist am größten, falls Berlin nicht zählt?
Warum haben Schlangen keine Beine?""",
    "fr": """\
Pourquoi l'huile ne se mélange-t-elle pas à l'eau ?
Le patient ne dort pas. Quelle hormone fait dormir ?
Quel animal ne vit que dans l'eau ?
Que se passe-t-il si le corps ne tombe pas ?
Quelle ville n'importe qui peut-il visiter ?
Quel animal vit non seulement dans l'eau mais aussi sur terre ?
Vrai ou faux ?
Quel est le premier pas vers la paix ?
Comment s'appelle l'animal qui ne vole pas ?
Que faut-il faire pour ne pas tomber malade ?
La glace ne coule pas parce que
Quelle ville est la capitale et non la plus grande ?
Qui a jamais vu un tel animal ?
Quel mot veut dire « pas du tout » ?
Quel animal nage mais n'est pas un poisson ?
Quelle force agit lorsque le corps ne tombe pas ?
Comment appelle-t-on une substance qui ne brûle pas ?
Quel pays n'est plus membre de l'Union ?
Quel pays, sauf erreur, est une île ?
Combien de planètes n'ont pas de lune ?""",
    "es": """\
¿Por qué el aceite no se mezcla con el agua?
El paciente no duerme. ¿Qué hormona da sueño?
¿Qué animal vive no solo en el agua sino también en tierra?
¿Qué pasa si el cuerpo no cae?
¿Cuál de las siguientes es una energía no renovable?
¿Verdadero o falso?
¿Cómo se llama el animal que no vuela?
¿Qué hay que hacer para no enfermar?
El hielo no se hunde porque
¿Qué ciudad es la capital y no la más grande?
¿Qué fuerza actúa cuando el cuerpo no cae?
No obstante, ¿cuál es la capital?
¿Qué significa "no vale"?
¿Qué país ya no es miembro de la Unión?
¿Qué animal nada pero no es un pez?
¿Cuánto mide al menos un litro?
¿Qué animal no vive más que en el agua?
¿Cuántos planetas no tienen luna?
¿Qué elementos son no metálicos?""",
    "pt": """\
Por que o óleo não se mistura com a água?
O paciente não dorme. Que hormônio dá sono?
Que animal vive não só na água, mas também em terra?
O que acontece se o corpo não cai?
Qual destas é uma energia não renovável?
Verdadeiro ou falso?
Como se chama o animal que não voa?
O que fazer para não adoecer?
O gelo não afunda porque
Qual cidade é a capital e não a maior?
Que força atua quando o corpo não cai?
Não obstante, qual é a capital?
O que significa "não vale"?
Que país já não é membro da União?
Que animal nada mas não é um peixe?
Que animal não vive senão na água?
Quantos planetas não têm lua?
Qual elemento é um não metal?
Quando a água não ferve, qual é a causa?""",
}


def text(value: str) -> Text:
    return Text(value, Span(0, len(value)), value)


def each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [(language, stem) for language, stems in table.items() for stem in stems.splitlines()]


@pytest.mark.parametrize(("language", "stem"), each(TURNED))
def test_negative_stems(language: str, stem: str) -> None:
    found = negation(text(stem), language)
    assert found is not None
    assert stem[found.start : found.end] == found.word
    assert found.emphasised == (found.word.isupper() and len(found.word) > 1)


@pytest.mark.parametrize(("language", "stem"), each(STRAIGHT))
def test_look_alikes(language: str, stem: str) -> None:
    assert negation(text(stem), language) is None


@pytest.mark.parametrize(
    ("language", "stem"),
    [
        ("de", "Der Wal ist kein Fisch."),
        ("fr", "La baleine n'est pas un poisson."),
        ("es", "La ballena no es un pez."),
        ("pt", "A baleia não é um peixe."),
    ],
)
def test_statements_count_where_they_are_judged(language: str, stem: str) -> None:
    assert negation(text(stem), language) is None
    assert negation(text(stem), language, judged=True) is not None


@pytest.mark.parametrize(
    ("language", "option", "word"),
    [
        ("de", "Es schmilzt nicht.", "nicht"),
        ("de", "Es ist hart, aber nicht spröde.", None),
        ("de", "Es ist nicht nur hart.", None),
        ("fr", "Il ne fond pas.", "pas"),
        ("fr", "Il avance d'un pas.", None),
        ("es", "No se funde.", "No"),
        ("es", "Lo que no se funde", None),
        ("pt", "Não derrete.", "Não"),
        ("pt", "É não só duro.", None),
        ("xx", "no", None),
    ],
)
def test_negative_options(language: str, option: str, word: str | None) -> None:
    found = denial(option, language)
    assert (found and found["word"]) == word


def test_a_language_without_a_pack_has_no_negation() -> None:
    assert negation(text("Hva er ikke et metall?"), "no") is None

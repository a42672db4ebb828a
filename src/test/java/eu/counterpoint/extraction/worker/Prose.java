package eu.counterpoint.extraction.worker;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Passages of connected text, each of about a hundred words, made of a few sentences in another order each time. */
public enum Prose {

    GERMAN("Die Seelsorge im Gefängnis begleitet junge Menschen, die sich von ihrer Gruppe lösen wollen.",
            "Viele von ihnen haben lange nicht mehr mit ihrer Familie gesprochen und wissen nicht, wie sie anfangen sollen.",
            "Das Programm wurde über zwei Jahre von einer Hochschule beobachtet, die auch die Mitarbeitenden befragt hat.",
            "Wer ein Gespräch führt, sollte zuerst zuhören und erst dann auf die Behauptung antworten.",
            "In der Schule hat sich gezeigt, dass die Lehrerinnen und Lehrer mehr Zeit für die Vorbereitung brauchen.",
            "Ein Film allein ändert nichts, aber er kann der Anfang einer Unterhaltung sein.",
            "Die Stadt bezahlt die Räume, und der Verein sucht die Freiwilligen aus.",
            "Am Ende bleibt offen, ob die Wirkung auch nach einem Jahr noch zu sehen ist."), ENGLISH(
                    "The chaplaincy accompanies young people in prison who want to leave the group behind.",
                    "Many of them have not spoken to their families for a long time and do not know how to begin.",
                    "The programme was observed for two years by a university, which also asked the members of staff.",
                    "Whoever leads a conversation should listen first and only then answer the claim.",
                    "At school it turned out that the teachers need more time than they have to prepare their lessons.",
                    "A film alone will not change anything, but it can be the beginning of a conversation.",
                    "The city pays for the rooms, and the association chooses the volunteers.",
                    "In the end it remains open whether the effect can still be seen after a year."), FRENCH(
                            "L'aumônerie accompagne en prison des jeunes qui veulent quitter leur groupe.",
                            "Beaucoup d'entre eux n'ont pas parlé à leur famille depuis longtemps et ne savent pas par où commencer.",
                            "Le programme a été suivi pendant deux ans par une université, qui a aussi interrogé les membres du personnel.",
                            "Celui qui mène un entretien devrait d'abord écouter et seulement ensuite répondre à ce qui est affirmé.",
                            "À l'école, il est apparu que les enseignants ont besoin de plus de temps pour préparer leurs leçons.",
                            "Un film à lui seul ne change rien, mais il peut être le début d'une conversation.",
                            "La ville paie les locaux et l'association choisit les bénévoles.",
                            "À la fin, on ne sait pas si l'effet se voit encore au bout d'un an."), SPANISH(
                                    "La capellanía acompaña en la prisión a jóvenes que quieren dejar su grupo.",
                                    "Muchos de ellos no han hablado con su familia desde hace tiempo y no saben por dónde empezar.",
                                    "El programa fue observado durante dos años por una universidad, que también preguntó a los empleados.",
                                    "Quien lleva una conversación debería escuchar primero y solo después responder a lo que se afirma.",
                                    "En la escuela se vio que los maestros necesitan más tiempo del que tienen para preparar sus clases.",
                                    "Una película sola no cambia nada, pero puede ser el comienzo de una conversación.",
                                    "La ciudad paga los locales y la asociación elige a los voluntarios.",
                                    "Al final queda abierto si el efecto se ve todavía después de un año."), PORTUGUESE(
                                            "A capelania acompanha na prisão jovens que querem deixar o seu grupo.",
                                            "Muitos deles não falam com a família há muito tempo e não sabem por onde começar.",
                                            "O programa foi observado durante dois anos por uma universidade, que também perguntou aos funcionários.",
                                            "Quem conduz uma conversa deveria primeiro ouvir e só depois responder ao que se afirma.",
                                            "Na escola viu-se que os professores precisam de mais tempo do que têm para preparar as suas aulas.",
                                            "Um filme sozinho não muda nada, mas pode ser o começo de uma conversa.",
                                            "A cidade paga as salas e a associação escolhe os voluntários.",
                                            "No fim fica em aberto se o efeito ainda se vê depois de um ano.");

    private final List<String> sentences;

    Prose(String... sentences) {
        this.sentences = List.of(sentences);
    }

    /** @param number any; the same number gives the same passage */
    public String passage(int number) {
        int step = 2 * (number % 4) + 1;
        return IntStream.range(0, sentences.size())
                .mapToObj(i -> sentences.get((number + i * step) % sentences.size())).collect(Collectors.joining(" "));
    }
}

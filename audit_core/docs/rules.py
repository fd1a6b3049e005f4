"""The rules R0–R15 in plain German, each with an example that the program computes (see `examples`)."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from audit_core.dates import parse
from audit_core.docs import examples, report_examples, set_examples
from audit_core.docs.small_county import Example
from audit_core.standing import DUE_SOON_DAYS, STALE_DAYS
from audit_core.terms import NO_AGREEMENT


@dataclass(frozen=True, slots=True)
class Wording:
    """A date as an office writes it, and the days it means as a Beginn and as a Frist (R3)."""

    text: str
    begin: date
    due: date


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its number in DESIGN §3, a short title, one to three sentences, examples, and accepted wordings."""

    code: str
    title: str
    text: str
    examples: tuple[Example, ...]
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleGroup:
    """Rules that belong together."""

    title: str
    rules: tuple[Rule, ...]


WORDINGS = (
    "31.12.2020", "1.3.21", "12.2020", "03/2021", "März 2021", "2020", "I. Halbjahr 2023", "2. Quartal 2026", "Q4/2026",
    "Anfang 2022", "Mitte 2022", "Ende 2022", "2020-12-31", "44196",
)  # fmt: skip


def wordings() -> tuple[Wording, ...]:
    """Accepted wordings of dates with what the program reads in them."""
    return tuple(Wording(text, parse(text).first, parse(text).last) for text in WORDINGS)


@cache
def rules() -> tuple[RuleGroup, ...]:
    """All rules with their examples, computed once."""
    return (
        RuleGroup("Was am Stichtag gilt", (
            Rule("R0", "Was am Stichtag schon zählt",
                 "Eine Maßnahme gibt es ab dem Tag in der Spalte Aufgenommen, sonst ab dem Beginn ihrer "
                 "Zielvereinbarung, sonst ab ihrem eigenen Beginn; eine frühere Meldung zählt auch. Was es noch nicht "
                 "gibt, zählt nirgends mit; was offen blieb, bleibt auch nach dem Ende der Zielvereinbarung offen. "
                 f"Maßnahmen „{NO_AGREEMENT}“ zählen nur in der Ansicht aller Zielvereinbarungen.",
                 (examples.exists(),)),
            Rule("R1", "Gemeldet und berechnet sind zweierlei",
                 "Den Status melden Menschen, die Terminlage berechnet das Programm. Beide stehen nebeneinander, "
                 "keines ersetzt das andere.",
                 (examples.entered_and_derived(),)),
            Rule("R2", "Es gilt die neueste Meldung bis zum Stichtag",
                 "Maßgeblich ist der Stand, von dem die Meldung spricht; bei gleichem Stand gilt die später erfasste. "
                 "Mit einem Kenntnisstand zählt nur, was bis dahin erfasst war. Hat eine Maßnahme keine eigene "
                 "Meldung, folgt ihr Status aus den Meilensteinen.",
                 (examples.newest(), examples.from_milestones())),
        )),
        RuleGroup("Daten und Fristen", (
            Rule("R3", "Daten dürfen so stehen, wie Ämter sie schreiben",
                 "Eine Frist, ein Stand und ein Ende meinen den letzten Tag des Zeitraums, ein Beginn und ein "
                 "Aufgenommen den ersten. Der Wortlaut bleibt erhalten und wird angezeigt.",
                 (examples.stated(),), wordings()),
            Rule("R4", "Die geltende Frist und die erste",
                 "Es gilt die neue Frist der neuesten Meldung, die eine nennt, sonst die Frist des Plans. Die erste "
                 "Frist bleibt sichtbar, und jede Verschiebung wird gezählt.",
                 (examples.due_in_force(),)),
            Rule("R5", "Überfällig ab dem Tag nach der Frist",
                 "Überfällig ist, was offen ist und dessen geltende Frist vor dem Stichtag liegt; am Tag der Frist "
                 "noch nicht. Zurückgestelltes und Daueraufgaben sind nie überfällig, Meilensteine nur, solange ihre "
                 "Maßnahme offen ist (oder eine Daueraufgabe, die noch läuft).",
                 (examples.overdue(),)),
            Rule("R6", "Die Terminlage folgt aus Status und Frist",
                 f"Bald fällig ist eine Frist in 0 bis {DUE_SOON_DAYS} Tagen. Verspätet erledigt ist, was erst nach "
                 "der Frist umgesetzt war; bei einem ungenauen Stand zählt sein erster möglicher Tag.",
                 (examples.schedule(),)),
            Rule("R7", "Lange keine Meldung",
                 f"Eine offene, nicht zurückgestellte Maßnahme, deren neueste Meldung (auch eines Meilensteins) mehr "
                 f"als {STALE_DAYS} Tage vor dem Stichtag liegt, steht unter „Ohne aktuelle Meldung“.",
                 (examples.stale(),)),
        )),
        RuleGroup("Zählen und Fortschritt", (
            Rule("R8", "n von N umgesetzt",
                 "N lässt weg, was ersetzt oder entfallen ist, und was der Plan als Daueraufgabe führt. n sind die "
                 "umgesetzten und die zur Daueraufgabe gewordenen darunter. Die Daueraufgaben des Plans stehen "
                 "daneben.",
                 (set_examples.completed(),)),
            Rule("R9", "Fortschritt",
                 "Umgesetzt ist 100 %. Sonst zählt das Gewicht der erreichten Meilensteine; ohne Meilensteine "
                 "(oder wenn nur die Maßnahme selbst einen Prozentwert meldet) der gemeldete Prozentwert. "
                 "Das Handlungsfeld ist das gewichtete Mittel seiner Maßnahmen, ohne Angabe zählt 0.",
                 (set_examples.progress_made(),)),
            Rule("R10", "Erwarteter Fortschritt",
                 "Mit Meilensteinen: das Gewicht derer, deren Frist erreicht ist. Ohne: gleichmäßig vom Beginn bis zur "
                 "Frist. Ohne Beginn oder Frist gibt es keine Erwartung.",
                 (set_examples.progress_expected(),)),
            Rule("R15", "Eine Zahl",
                 "Dieselbe Zahl kommt überall aus derselben Rechnung: auf jeder Seite, in jeder Tabelle und auf der "
                 "Befehlszeile.",
                 (set_examples.one_number(),)),
        )),
        RuleGroup("Jahre und Zielvereinbarungen", (
            Rule("R11", "Die Bilanz eines Jahres",
                 "Jede Maßnahme am 31.12. des Vorjahres gegen den 31.12. des Jahres; ein laufendes Jahr bis zum "
                 "Stichtag. Von „nicht begonnen“ bis „umgesetzt“ ist eine Reihe: vorwärts heißt vorangekommen. "
                 "Was neu ist, keine Meldung hatte, zurückgestellt, ersetzt oder entfallen ist, steht unter sonstige.",
                 (set_examples.year(),)),
            Rule("R12", "Fristgerecht",
                 "Gezählt werden die Meilensteine, deren Frist zu Beginn des Jahres (oder als sie dazukamen) in dieses "
                 "Jahr fiel, ohne ersetzte und entfallene. Wird die Frist danach verschoben, zählt hier weiter die "
                 "frühere.",
                 (set_examples.in_time(),)),
            Rule("R13", "Von einer Zielvereinbarung zur nächsten",
                 "Die Spalte Vorgänger nennt die Maßnahme, die fortgeführt wird. Sobald es die Nachfolgerin gibt, "
                 "zählt in der Ansicht aller Zielvereinbarungen nur noch sie. In der Jahresbilanz ist jede Maßnahme "
                 "der früheren genau eines: ersetzt (so gemeldet), sonst übernommen (es gibt eine Nachfolgerin), sonst "
                 "erledigt, sonst entfallen, sonst offen geblieben.",
                 (set_examples.successor(), set_examples.outcomes())),
            Rule("R14", "Ein festgeschriebener Bericht bleibt, wie er war",
                 "Gespeichert wird nur, worüber er berichtet: Zielvereinbarung, Stichtag und Kenntnisstand. Daraus "
                 "entsteht er jederzeit wieder, Byte für Byte, was auch später gemeldet oder zurückgenommen wird. "
                 "Was seither berichtigt wurde, steht daneben.",
                 (report_examples.frozen(),)),
        )),
    )  # fmt: skip

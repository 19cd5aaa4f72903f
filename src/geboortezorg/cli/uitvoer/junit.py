"""JUnit XML: every document a test, that passes when its own exit code would be 0."""

from argparse import Namespace
from xml.sax.saxutils import escape, quoteattr

from geboortezorg.cli.invoer import Invoer
from geboortezorg.cli.scherm import Scherm, leesbaar
from geboortezorg.cli.telling import Telling
from geboortezorg.cli.uitvoer.waar import toon_plek, waar
from geboortezorg.rapport import Oordeel, Rapport
from geboortezorg.tekst import Tekst


class Tests:
    """The tests are written at the end: how many there are comes first."""

    def __init__(self, argumenten: Namespace, scherm: Scherm) -> None:
        self.scherm = scherm
        self.vanaf: str | None = argumenten.vanaf
        self.tests: list[str] = []
        self.telling = dict.fromkeys(("failure", "error", "skipped"), 0)

    def document(self, rapport: Rapport, document: Invoer, /) -> None:
        """Make the test of one document."""
        naam = leesbaar(document.pad)
        if document.tekstregel is not None:
            naam += f":{document.tekstregel}"
        soort = f"geboortezorg.{rapport.document_soort or 'document'}"
        begin = f"<testcase classname={quoteattr(soort)} name={quoteattr(naam)}"
        uitkomst = self._uitkomst(rapport)
        if uitkomst is None and not rapport.bevindingen:
            self.tests.append(f"{begin}/>")
            return
        inhoud = escape(leesbaar_per_tekstregel(self._tekst(rapport, document)))
        if uitkomst is None:
            binnen = f"<system-out>{inhoud}</system-out>"
        else:
            self.telling[uitkomst] += 1
            kop = ": ".join([rapport.oordeel, ", ".join(rapport.oorzaken)]).removesuffix(": ")
            type_ = "" if uitkomst == "skipped" else f" type={quoteattr(rapport.oordeel)}"
            binnen = f"<{uitkomst} message={quoteattr(kop)}{type_}>{inhoud}</{uitkomst}>"
        self.tests.append(f"{begin}>{binnen}</testcase>")

    def _uitkomst(self, rapport: Rapport) -> str | None:
        """Say what becomes of the test; None when it passes."""
        code = Telling().tel(rapport).code(self.vanaf)
        if code == 0:
            return "skipped" if rapport.oordeel is not Oordeel.AKKOORD else None
        return "error" if code == 2 else "failure"

    def _tekst(self, rapport: Rapport, document: Invoer) -> str:
        plaatsen = waar(rapport, document)
        uit = []
        for bevinding in rapport.bevindingen:
            plaats = plaatsen.get(bevinding.pad)
            pad = bevinding.pad or "/"
            if plaats is not None:
                pad = f"{pad} ({toon_plek(plaats, self.scherm)})"
            tekst = self.scherm.tekst(Tekst(bevinding.tekst, bevinding.tekst_en))
            uit.append(f"{bevinding.ernst} {bevinding.code} {pad}: {tekst}")
        return "\n".join(uit)

    def einde(self, _: Telling, /) -> None:
        """Write the whole."""
        aantallen = (
            f'tests="{len(self.tests)}" failures="{self.telling["failure"]}" '
            f'errors="{self.telling["error"]}"'
        )
        overgeslagen = f'skipped="{self.telling["skipped"]}"'
        self.scherm.tekstregel('<?xml version="1.0" encoding="UTF-8"?>')
        self.scherm.tekstregel(f'<testsuites name="geboortezorg validate" {aantallen}>')
        self.scherm.tekstregel(
            f'<testsuite name="geboortezorg validate" {aantallen} {overgeslagen}>'
        )
        for test in self.tests:
            self.scherm.tekstregel(test)
        self.scherm.tekstregel("</testsuite>")
        self.scherm.tekstregel("</testsuites>")


def leesbaar_per_tekstregel(tekst: str) -> str:
    """Return a text of which only the ends of lines do not print: XML takes no other character."""
    return "\n".join(leesbaar(deel) for deel in tekst.split("\n"))


schrijver = Tests

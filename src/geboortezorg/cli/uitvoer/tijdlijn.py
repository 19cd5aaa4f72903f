"""A dossier on a time line: what happened when, in weeks, without one date or name out of it."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final, NamedTuple

from geboortezorg.bevroren import bevroren
from geboortezorg.cli.uitvoer.svg import Plaat, Vak, lijn, schrift, streep, vak
from geboortezorg.model.dossier import Dossier
from geboortezorg.rapport import Ernst, Rapport
from geboortezorg.tekst import Tekst
from geboortezorg.tijd import DAGEN_ZWANGERSCHAP, dagen_tussen

_BREEDTE: Final = 720.0
_LINKS: Final = 170.0
_RIJ: Final = 18.0
_BANEN: Final = 12
"""Lanes that a row can have; what needs more is drawn over the last."""
_WEEK: Final = 7
_BUITEN: Final = (-12 * _WEEK, 78 * _WEEK)
"""The days that are drawn, from the first of the pregnancy: what lies outside is a mistake."""

_TITEL: Final = Tekst("Het dossier in de tijd", "The dossier on a time line")
_UITLEG: Final = Tekst(
    "Per onderdeel een balk voor de dagen die het beslaat, in weken van de zwangerschap. Wat een "
    "regel schendt is vol, wat twijfel of een ontbrekend feit heeft gestreept.",
    "For each part a bar over the days that it takes, in weeks of the pregnancy. What breaks a rule "
    "is solid, what has a doubt or a missing fact is hatched.",
)
_GESCHONDEN: Final = Tekst("schendt een regel", "breaks a rule")
_ONBEKEND: Final = Tekst("twijfel of onbekend", "doubt or unknown")
_GEWOON: Final = Tekst("geen bevinding", "no finding")
_KOPPEN: Final = (
    Tekst("Onderdeel", "Part"),
    Tekst("Van week", "From week"),
    Tekst("Tot en met week", "To week"),
    Tekst("Bevinding", "Finding"),
)
_OPEN: Final = "..."


class _Deel(NamedTuple):
    """A part of a dossier: the row it is drawn in, its place in the document, and its days."""

    rij: str
    pad: str
    van: date
    tot_en_met: date | None


def _delen(dossier: Dossier) -> Iterator[_Deel]:
    zwanger = dossier.zwangerschap
    if zwanger.a_terme_datum is not None:
        begin = date.fromordinal(
            max(zwanger.a_terme_datum.toordinal() - DAGEN_ZWANGERSCHAP, date.min.toordinal())
        )
        eind = zwanger.datum_einde or zwanger.a_terme_datum
        yield _Deel("zwangerschap", "/zwangerschap", begin, eind)
    elif zwanger.datum_einde is not None:
        yield _Deel("zwangerschap", "/zwangerschap", zwanger.datum_einde, zwanger.datum_einde)
    for nummer, kind in enumerate(dossier.kinderen):
        if kind.geboortedatum is not None:
            dag = kind.geboortedatum
            yield _Deel("kinderen", f"/kinderen/{nummer}", dag, dag)
    for nummer, episode in enumerate(dossier.zorgepisodes):
        dagen = episode.looptijd
        pad = f"/zorgepisodes/{nummer}"
        yield _Deel(f"zorgepisodes/{nummer}", pad, dagen.van, dagen.tot_en_met)
    for naam in ("kraamzorgindicaties", "geleverde_kraamzorg", "partusassistenties"):
        for nummer, deel in enumerate(getattr(dossier, naam)):
            yield _Deel(naam, f"/{naam}/{nummer}", deel.datum, deel.datum)
    for naam in ("eigen_bijdragen", "declaratieregels"):
        for nummer, deel in enumerate(getattr(dossier, naam)):
            pad = f"/{naam}/{nummer}"
            yield _Deel(naam, pad, deel.periode.van, deel.periode.tot_en_met)


def _standen(rapport: Rapport | None) -> dict[str, Tekst]:
    """Return what the findings are about each part that has one: the worst that stands in it."""
    uit: dict[str, Tekst] = {}
    for bevinding in () if rapport is None else rapport.bevindingen:
        stand = _GESCHONDEN if bevinding.ernst is Ernst.FOUT else _ONBEKEND
        for plek in bevinding.plaatsen:
            delen = plek.split("/")
            pad = "/".join(delen[: 2 if delen[1:2] == ["zwangerschap"] else 3])
            if uit.get(pad) is not _GESCHONDEN:
                uit[pad] = stand
    return uit


@bevroren
class _As:
    """Where a day lies on the line, and how it is told."""

    nul: date
    eerste: int
    laatste: int

    def plek(self, dagen: int) -> float:
        breed = (_BREEDTE - _LINKS - 10) / max(self.laatste - self.eerste, 1)
        binnen = min(max(dagen, self.eerste), self.laatste)
        return _LINKS + breed * (binnen - self.eerste)

    def eind(self, deel: _Deel) -> int:
        """Return the day after the last of a part; the end of the line while that is open."""
        einde = deel.tot_en_met
        return self.laatste if einde is None else dagen_tussen(self.nul, einde) + 1

    def week(self, dag: date) -> str:
        """Return the week of a day; no number for one that is far outside."""
        dagen = dagen_tussen(self.nul, dag)
        laagste, hoogste = _BUITEN
        if dagen < laagste:
            return f"< {laagste // _WEEK}"
        return f"> {hoogste // _WEEK}" if dagen > hoogste else str(dagen // _WEEK)


def _as(delen: Iterable[_Deel]) -> _As:
    delen = list(delen)
    nul = delen[0].van if delen[0].pad == "/zwangerschap" else min(deel.van for deel in delen)
    dagen = [
        dagen_tussen(nul, dag)
        for deel in delen
        for dag in (deel.van, deel.tot_en_met)
        if dag is not None
    ]
    laagste, hoogste = _BUITEN
    eerste = min((dag for dag in dagen if dag >= laagste), default=0)
    laatste = max((dag for dag in dagen if dag <= hoogste), default=0)
    return _As(nul, eerste // _WEEK * _WEEK, (laatste // _WEEK + 1) * _WEEK)


def _banen(delen: Iterable[_Deel]) -> list[int]:
    """Return the lane of each part: a row has as many as needed for none to hide another."""
    laatste: dict[str, list[tuple[int, date]]] = {}
    uit: list[int] = []
    for deel in delen:
        rij = laatste.setdefault(deel.rij, [])
        eind = deel.tot_en_met or date.max
        vrij = (n for n, (_, bezet) in enumerate(rij) if bezet < deel.van)
        plek = next(vrij, len(rij) if len(rij) < _BANEN else len(rij) - 1)
        if plek == len(rij):
            rij.append((max(uit, default=-1) + 1, eind))
        rij[plek] = (rij[plek][0], max(eind, rij[plek][1]))
        uit.append(rij[plek][0])
    return uit


def tijdlijn(dossier: Dossier, rapport: Rapport | None, taal: str, naam: str) -> Plaat | None:
    """Draw a dossier in the time; None when it has no days."""
    delen = list(_delen(dossier))
    if not delen:
        return None
    as_ = _as(delen)
    standen = _standen(rapport)
    banen = _banen(delen)
    bodem = 10 + (max(banen) + 1) * _RIJ
    uit, cijfers = "", []
    for week in range(as_.eerste // _WEEK, as_.laatste // _WEEK + 1):
        if week % 4 == 0:
            x = as_.plek(week * _WEEK)
            uit += lijn([(x, 6), (x, bodem + 4)], "gz-as")
            uit += schrift(week, x, bodem + 18, "gz-klein gz-zacht", "middle")
    gezien = set[str]()
    for deel, baan in zip(delen, banen, strict=True):
        y = 10 + baan * _RIJ
        if deel.rij not in gezien:
            gezien.add(deel.rij)
            uit += schrift(deel.rij, _LINKS - 10, y + 13, "gz-code", "end")
        stand = standen.get(deel.pad, _GEWOON)
        van = as_.plek(dagen_tussen(as_.nul, deel.van))
        tot = as_.plek(as_.eind(deel))
        plaats = Vak(min(van, tot), y + 3, max(abs(tot - van), 3.0), 12)
        uit += _balk(plaats, stand, naam, f"{deel.pad}: {_zeg(stand, taal)}")
        eind = _OPEN if deel.tot_en_met is None else as_.week(deel.tot_en_met)
        cijfers.append((deel.pad, as_.week(deel.van), eind, _zeg(stand, taal)))
    return Plaat(
        naam=naam,
        titel=_zeg(_TITEL, taal),
        omschrijving=_zeg(_UITLEG, taal),
        breedte=_BREEDTE,
        hoogte=bodem + 46,
        inhoud=uit + _legenda(naam, bodem + 38, taal),
        koppen=tuple(_zeg(kop, taal) for kop in _KOPPEN),
        rijen=tuple(cijfers),
    )


def _balk(plaats: Vak, stand: Tekst, naam: str, uitleg: str = "") -> str:
    if stand is _ONBEKEND:
        return vak(plaats, "gz-streepvak", uitleg, streep(naam))
    return vak(plaats, "gz-vol" if stand is _GESCHONDEN else "gz-doos", uitleg)


def _legenda(naam: str, y: float, taal: str) -> str:
    uit, x = "", _LINKS
    for stand in (_GEWOON, _ONBEKEND, _GESCHONDEN):
        tekst = _zeg(stand, taal)
        uit += _balk(Vak(x, y - 10, 22, 12), stand, naam) + schrift(tekst, x + 28, y)
        x += 60 + 6.2 * len(tekst)
    return uit


def _zeg(tekst: Tekst, taal: str) -> str:
    return tekst.en if taal == "en" else tekst.nl

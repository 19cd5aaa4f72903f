"""The smaller documents: valid ones of each kind, and ones with exactly one breach."""

from datetime import date
from typing import Final

import attrs
from hypothesis import strategies as st

from geboortezorg.bron import Bron, Verificatie
from geboortezorg.model.codelijst import Codelijst
from geboortezorg.model.context import Toetscontext
from geboortezorg.model.ei import EIIndeling
from geboortezorg.model.igo import IGO
from geboortezorg.model.norm import Normtabel
from geboortezorg.model.overeenkomst import Overeenkomst, Overeenkomstsoort, Prijsafspraak
from geboortezorg.model.partijen import Deelnemer, Discipline, Partijsoort, Zorgaanbieder
from geboortezorg.model.prestatie import Eenheid, Prestatielijst, Regime
from geboortezorg.model.tarief import (
    Besluitstatus,
    Tarief,
    Tariefbeschikking,
    Tariefsoort,
    Tarieftabel,
)
from geboortezorg.model.zorgepisode import Verwijzing, Verwijzingsoort, Zorgepisode
from geboortezorg.rapport import Rapport
from geboortezorg.tabellen import pakket, proeftabellen
from geboortezorg.tabellen.codelijsten import codelijst
from geboortezorg.tabellen.normen import normen
from geboortezorg.testing import basis
from geboortezorg.testing.dossier import geldige_dossiers
from geboortezorg.tijd import Looptijd
from geboortezorg.validation import validate

_VANAF_2023: Final = Looptijd(van=date(2023, 1, 1))


@st.composite
def geldige_overeenkomsten(draw: st.DrawFn) -> Overeenkomst:
    """Return written max-max or integral agreements over a period in 2023."""
    soort = draw(
        st.sampled_from((Overeenkomstsoort.MAX_MAX, Overeenkomstsoort.INTEGRAAL)),
    )
    max_max = soort is Overeenkomstsoort.MAX_MAX
    van = draw(basis.datums(date(2023, 1, 1), date(2023, 6, 30)))
    afspraak = Prijsafspraak(
        prestatie="integraal-prenataal", tarief_eurocent=draw(st.integers(1, 500_000))
    )
    return Overeenkomst(
        overeenkomst_id=f"o-{draw(st.integers(1, 999))}",
        overeenkomstsoort=soort,
        uzovi_code=draw(basis.uzovi_codes()),
        looptijd=Looptijd(van=van, tot_en_met=basis.dagen_na(van, draw(st.integers(0, 180)))),
        schriftelijk=True,
        zorgaanbieder_agb=draw(basis.agb_codes("33" if max_max else "53")),
        percentage_basispunten=draw(st.integers(1, 1000)) if max_max else None,
        prijsafspraken=() if max_max else (afspraak,),
    )


@st.composite
def geldige_zorgepisodes(draw: st.DrawFn) -> Zorgepisode:
    """Return zorgepisodes of midwives, some with a referral within their period."""
    van = draw(basis.datums(date(2022, 1, 1), date(2023, 12, 31)))
    dagen = draw(st.integers(0, 300))
    dag = basis.dagen_na(van, draw(st.integers(0, dagen)))
    verwijzing = Verwijzing(datum=dag, verwijzingsoort=Verwijzingsoort.CONSULT)
    return Zorgepisode(
        zorgepisode_id=f"ze-{draw(st.integers(1, 99))}",
        zorgaanbieder=Zorgaanbieder(
            discipline=Discipline.EERSTELIJNSVERLOSKUNDIGE, agb_code=draw(basis.agb_codes("08"))
        ),
        looptijd=Looptijd(van=van, tot_en_met=basis.dagen_na(van, dagen)),
        verwijzingen=(verwijzing,) if draw(st.booleans()) else (),
    )


@st.composite
def geldige_igos(draw: st.DrawFn) -> IGO:
    """Return IGOs in which every discipline takes part from 2023 on."""
    disciplines = [
        draw(
            st.sampled_from(
                (Discipline.EERSTELIJNSVERLOSKUNDIGE, Discipline.KLINISCH_VERLOSKUNDIGE)
            )
        ),
        Discipline.GYNAECOLOOG,
        Discipline.KRAAMVERZORGENDE,
    ]
    return IGO(
        igo_id=f"igo-{draw(st.integers(1, 99))}",
        naam="IGO Voorbeeld",
        rechtspersoon=True,
        agb_code=draw(basis.agb_codes("53")),
        agb_kwalificatie="5314",
        kvk_nummer=draw(st.none() | st.integers(1, 99_999_999).map(lambda n: f"{n:08d}")),
        deelnemers=tuple(
            Deelnemer(zorgaanbieder=Zorgaanbieder(discipline=discipline), looptijd=_VANAF_2023)
            for discipline in draw(st.permutations(disciplines))
        ),
    )


def geldige_prestatielijsten() -> st.SearchStrategy[Prestatielijst]:
    """Return the lists of prestaties that ship."""
    return st.sampled_from(proeftabellen().prestatielijsten)


def geldige_tarieftabellen() -> st.SearchStrategy[Tarieftabel]:
    """Return the tables of tariffs that ship."""
    return st.sampled_from(proeftabellen().tarieftabellen)


def geldige_ei_indelingen() -> st.SearchStrategy[EIIndeling]:
    """Return the layouts of EI messages that ship."""
    return st.sampled_from(tuple(pakket.modellen("indelingen")))


def _langer_record(indeling: EIIndeling) -> tuple[EIIndeling, str]:
    langer = attrs.evolve(indeling, recordlengte=indeling.recordlengte + 1)
    return langer, "/records/0/velden"


def geldige_codelijsten() -> st.SearchStrategy[Codelijst]:
    """Return the lists of codes that ship."""
    return st.just(codelijst())


def geldige_normtabellen() -> st.SearchStrategy[Normtabel]:
    """Return the tables of norms that ship."""
    return st.sampled_from(normen().tabellen)


@st.composite
def geldige_contexten(draw: st.DrawFn) -> Toetscontext:
    """Return contexts with a day of judging and some agreements."""
    return Toetscontext(
        beoordelingsdatum=draw(basis.datums(date(2023, 1, 1), date(2026, 12, 31))),
        overeenkomsten=tuple(
            draw(
                st.lists(
                    geldige_overeenkomsten(),
                    max_size=3,
                    unique_by=lambda overeenkomst: overeenkomst.overeenkomst_id,
                )
            )
        ),
        overeenkomsten_volledig=draw(st.booleans()),
    )


def geldige_rapporten() -> st.SearchStrategy[Rapport]:
    """Return the reports on valid dossiers."""
    return geldige_dossiers().map(validate)


def _omgekeerd(overeenkomst: Overeenkomst) -> tuple[Overeenkomst, str]:
    eerder = basis.dagen_na(overeenkomst.looptijd.van, -1)
    looptijd = attrs.evolve(overeenkomst.looptijd, tot_en_met=eerder)
    return attrs.evolve(overeenkomst, looptijd=looptijd), "/looptijd/tot_en_met"


def _verwijzing_erna(episode: Zorgepisode) -> tuple[Zorgepisode, str]:
    einde = episode.looptijd.tot_en_met or episode.looptijd.van
    verwijzing = Verwijzing(
        datum=basis.dagen_na(einde, 1), verwijzingsoort=Verwijzingsoort.OVERNAME
    )
    return attrs.evolve(episode, verwijzingen=(verwijzing,)), "/verwijzingen/0/datum"


def _andere_rol(episode: Zorgepisode) -> tuple[Zorgepisode, str]:
    ander = attrs.evolve(episode.zorgaanbieder, discipline=Discipline.KRAAMVERZORGENDE)
    return attrs.evolve(episode, zorgaanbieder=ander), "/zorgaanbieder/agb_code"


def _zonder_kraamzorg(igo: IGO) -> tuple[IGO, str]:
    rest = tuple(
        deelnemer
        for deelnemer in igo.deelnemers
        if deelnemer.zorgaanbieder.discipline is not Discipline.KRAAMVERZORGENDE
    )
    return attrs.evolve(igo, deelnemers=rest), "/deelnemers"


def _max_max(overeenkomst: Overeenkomst, percentage: int | None) -> Overeenkomst:
    return attrs.evolve(
        overeenkomst,
        overeenkomstsoort=Overeenkomstsoort.MAX_MAX,
        zorgaanbieder_agb="33000001",
        percentage_basispunten=percentage,
        prijsafspraken=(),
    )


def _integraal_2012(overeenkomst: Overeenkomst) -> tuple[Overeenkomst, str]:
    uit = attrs.evolve(
        overeenkomst,
        overeenkomstsoort=Overeenkomstsoort.INTEGRAAL,
        looptijd=Looptijd(van=date(2012, 1, 1), tot_en_met=date(2012, 12, 31)),
        zorgaanbieder_agb="53000001",
        percentage_basispunten=None,
        prijsafspraken=(Prijsafspraak(prestatie="integraal-prenataal", tarief_eurocent=1),),
    )
    return uit, "/prijsafspraken/0/prestatie"


@st.composite
def _eigen_tarieftabellen(draw: st.DrawFn) -> Tarieftabel:
    """Return own tables with one amount, in a year of which nothing is known."""
    bron = Bron(titel="Eigen besluit", verificatie=Verificatie.OFFICIEEL)
    looptijd = Looptijd(van=date(2027, 1, 1), tot_en_met=date(2027, 12, 31))
    tarief = Tarief(
        prestatie_id="kraamzorg-uur",
        tariefsoort=Tariefsoort.MAXIMUM,
        eenheid=Eenheid.UUR,
        bedrag_eurocent=draw(st.integers(6000, 9000)),
    )
    return Tarieftabel(
        naam=f"eigen-{draw(st.integers(1, 99))}",
        regime=Regime.KRAAMZORG,
        tariefbeschikking=Tariefbeschikking(
            titel="Eigen besluit", status=Besluitstatus.VASTGESTELD, bron=bron, looptijd=looptijd
        ),
        tarieven=(tarief,),
    )


def _rij_tweemaal(tabel: Tarieftabel) -> tuple[Tarieftabel, str]:
    ook = attrs.evolve(tabel.tarieven[0], tariefsoort=Tariefsoort.NIET_VERMELD)
    return attrs.evolve(tabel, tarieven=(*tabel.tarieven, ook)), "/tarieven/1"


def _in_euro(tabel: Tarieftabel) -> tuple[Tarieftabel, str]:
    euro = attrs.evolve(tabel.tarieven[0], bedrag_eurocent=70)
    return attrs.evolve(tabel, tarieven=(euro,)), "/tarieven/0/bedrag_eurocent"


def _zonder_aanbieder(context: Toetscontext) -> tuple[Toetscontext, str]:
    overeenkomst = Overeenkomst(
        overeenkomst_id="zonder",
        overeenkomstsoort=Overeenkomstsoort.MAX_MAX,
        uzovi_code="9999",
        looptijd=Looptijd(van=date(2023, 1, 1), tot_en_met=date(2023, 12, 31)),
        schriftelijk=True,
        percentage_basispunten=500,
    )
    pad = f"/overeenkomsten/{len(context.overeenkomsten)}/zorgaanbieder_agb"
    return attrs.evolve(context, overeenkomsten=(*context.overeenkomsten, overeenkomst)), pad


def _igo_als_deelnemer(igo: IGO) -> tuple[IGO, str]:
    eerste, *rest = igo.deelnemers
    aanbieder = attrs.evolve(eerste.zorgaanbieder, partijsoort=Partijsoort.IGO)
    uit = attrs.evolve(igo, deelnemers=(attrs.evolve(eerste, zorgaanbieder=aanbieder), *rest))
    return uit, "/deelnemers/0/zorgaanbieder/partijsoort"


PROEFBREUKEN: Final = (
    *basis.proefbreuken(
        "overeenkomst",
        geldige_overeenkomsten(),
        {
            "GZ-DOSSIER-001": _omgekeerd,
            "GZ-OVEREENKOMST-001": lambda o: (attrs.evolve(o, vsv_id="vsv-1"), "/vsv_id"),
            "GZ-OVEREENKOMST-002": lambda o: (_max_max(o, 1001), "/percentage_basispunten"),
            "GZ-OVEREENKOMST-003": _integraal_2012,
            "GZ-OVEREENKOMST-004": lambda o: (_max_max(o, None), ""),
        },
    ),
    *basis.proefbreuken(
        "zorgepisode",
        geldige_zorgepisodes(),
        {"GZ-DOSSIER-005": _verwijzing_erna, "GZ-PARTIJ-001": _andere_rol},
    ),
    *basis.proefbreuken(
        "ei_indeling", geldige_ei_indelingen(), {"GZ-INDELING-001": _langer_record}
    ),
    *basis.proefbreuken(
        "tarieftabel",
        _eigen_tarieftabellen(),
        {"GZ-TABEL-001": _rij_tweemaal, "GZ-TABEL-002": _in_euro},
    ),
    *basis.proefbreuken("context", geldige_contexten(), {"GZ-CONTEXT-001": _zonder_aanbieder}),
    *basis.proefbreuken(
        "igo",
        geldige_igos(),
        {
            "GZ-IGO-001": lambda i: (attrs.evolve(i, rechtspersoon=False), "/rechtspersoon"),
            "GZ-IGO-002": lambda i: (attrs.evolve(i, agb_kwalificatie="5323"), "/agb_kwalificatie"),
            "GZ-IGO-003": _zonder_kraamzorg,
            "GZ-IGO-008": _igo_als_deelnemer,
        },
    ),
)
"""What this module can break, for :func:`geboortezorg.testing.documents`."""

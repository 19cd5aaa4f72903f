"""The published catalogue: what is known of every rule, as a document that other languages read."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from types import MappingProxyType
from typing import Final, final

from geboortezorg import veld
from geboortezorg.bevroren import attrs, bevroren
from geboortezorg.bron import Bron, Verificatie
from geboortezorg.documenten import DOCUMENTEN
from geboortezorg.rapport import Ernst, Uitkomst
from geboortezorg.regels.nodig import Nodig
from geboortezorg.regels.regel import Peildatum, Regel
from geboortezorg.regels.register import REGELS, THEMA_PER_VOORVOEGSEL
from geboortezorg.tijd import Looptijd


@final
@bevroren(kw_only=True, weakref_slot=False)
class Redentekst:
    """One case that a rule can report, with its text; ``{name}`` in it stands for a parameter."""

    reden: str = attrs.field(metadata=veld.sleutel("Name of the case.", "Naam van het geval."))
    tekst: str = attrs.field(metadata=veld.tekst("Text in Dutch.", "Tekst in het Nederlands."))
    tekst_en: str = attrs.field(metadata=veld.tekst("Text in English.", "Tekst in het Engels."))
    uitkomsten: tuple[Uitkomst, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Outcomes that it has in the published cases: broken, not judged, or both.",
            "Uitkomsten die het in de gepubliceerde gevallen heeft: geschonden, niet beoordeeld, "
            "of allebei.",
            4,
            altijd=True,
        ),
    )


class Feitplaats(StrEnum):
    """Who gives a fact."""

    DOCUMENT = "document"
    """Whoever made the document."""
    CONTEXT = "context"
    """Whoever judges it."""


@final
@bevroren(kw_only=True, weakref_slot=False)
class Feit:
    """A fact that may be left out, and for want of which a rule cannot judge."""

    plaats: Feitplaats = attrs.field(
        metadata=veld.gegeven("Where it belongs.", "Waar het thuishoort.")
    )
    pad: str = attrs.field(
        metadata=veld.tekst(
            "JSON Pointer of it; `*` is any position.",
            "JSON Pointer ervan; `*` is elke positie.",
        )
    )
    redenen: tuple[str, ...] = attrs.field(
        metadata=veld.lijst(
            "Cases that the rule can report without it; their text says what to supply.",
            "Gevallen die de regel zonder dit kan melden; hun tekst zegt wat aan te leveren.",
            100,
        )
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Catalogusregel:
    """What is known of one rule."""

    code: str = attrs.field(metadata=veld.sleutel("Code of the rule.", "Code van de regel."))
    thema: str = attrs.field(
        metadata=veld.sleutel("Theme that the code leads to.", "Thema waarheen de code leidt.")
    )
    versie: int = attrs.field(
        metadata=veld.getal("Version of the rule.", "Versie van de regel.", 1, 1000)
    )
    titel: str = attrs.field(metadata=veld.tekst("Norm in Dutch.", "Norm in het Nederlands."))
    titel_en: str = attrs.field(metadata=veld.tekst("Norm in English.", "Norm in het Engels."))
    ernst: Ernst = attrs.field(
        metadata=veld.gegeven("Severity of a breach.", "Ernst van een schending.")
    )
    verificatie: Verificatie = attrs.field(
        metadata=veld.gegeven(
            "Weakest verification of its sources.", "Zwakste verificatie van de bronnen."
        )
    )
    soorten: tuple[str, ...] = attrs.field(
        metadata=veld.lijst(
            "Kinds of document that it judges.", "Soorten documenten die zij beoordeelt.", 100
        )
    )
    velden: tuple[str, ...] = attrs.field(
        metadata=veld.lijst(
            "JSON Pointers that it may report on; `*` is any position, and alone any place.",
            "JSON Pointers waarover zij kan melden; `*` is elke positie, en alleen elke plaats.",
            min_lengte=0,
            max_lengte=500,
        )
    )
    peildatum: Peildatum = attrs.field(
        metadata=veld.gegeven(
            "Which date decides which norm applies.", "Welke datum bepaalt welke norm geldt."
        )
    )
    gebruikt_tabellen: bool = attrs.field(
        metadata=veld.gegeven(
            "Whether its outcome rests on the tables of tariffs.",
            "Of haar uitkomst op de tarieftabellen rust.",
        )
    )
    retourcodes: tuple[str, ...] = attrs.field(
        metadata=veld.lijst(
            "Vektis return codes (COD954) that a document which satisfies it avoids.",
            "Retourcodes van Vektis (COD954) die een document dat voldoet vermijdt.",
            100,
        )
    )
    bronnen: tuple[Bron, ...] = attrs.field(
        metadata=veld.lijst("Where the norm stands.", "Waar de norm staat.", 100)
    )
    redenen: tuple[Redentekst, ...] = attrs.field(
        metadata=veld.lijst("Cases that it can report.", "Gevallen die zij kan melden.", 100)
    )
    feiten: tuple[Feit, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "Facts for want of which it cannot judge, as its published cases show them.",
            "Feiten zonder welke zij niet kan oordelen, zoals haar gepubliceerde gevallen tonen.",
            altijd=True,
        ),
    )
    nodig: tuple[Nodig, ...] = attrs.field(
        default=(),
        metadata=veld.lijst(
            "What a document must hold before the rule can apply: one thing of each. Without it "
            "the rule answers that it does not apply, unless there is occasion for more.",
            "Wat een document moet bevatten voordat de regel kan gelden: van elk een. Zonder dat "
            "antwoordt de regel dat zij niet van toepassing is, tenzij er aanleiding is voor meer.",
            20,
            altijd=True,
        ),
    )
    aanleiding: Nodig | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Things of which a document must hold one before the rule looks closer. Without them "
            "it is satisfied where it can apply.",
            "Dingen waarvan een document er een moet bevatten voordat de regel verder kijkt. Zonder "
            "die voldoet het waar de regel kan gelden.",
        ),
    )
    geldig: Looptijd | None = attrs.field(
        default=None,
        metadata=veld.gegeven(
            "Days on which the norm is in force, where a source states them.",
            "Dagen waarop de norm geldt, waar een bron die noemt.",
        ),
    )


@final
@bevroren(kw_only=True, weakref_slot=False)
class Regelcatalogus:
    """Every rule of one release, in the order in which a report shows them."""

    regels: tuple[Catalogusregel, ...] = attrs.field(metadata=veld.lijst("Rules.", "Regels.", 1000))


_NIETS: Final[Mapping[tuple[str, str], tuple[Uitkomst, ...]]] = MappingProxyType({})


def catalogusregel(
    regel: Regel,
    feiten: Sequence[Feit] = (),
    uitkomsten: Mapping[tuple[str, str], tuple[Uitkomst, ...]] = _NIETS,
) -> Catalogusregel:
    """Return what the catalogue says of one rule.

    What the cases show of it comes from those who read them: the facts that it needs, and the
    outcomes of its cases by code and name.
    """
    return Catalogusregel(
        code=regel.code,
        thema=THEMA_PER_VOORVOEGSEL[regel.code.split("-")[1]],
        versie=regel.versie,
        titel=regel.titel.nl,
        titel_en=regel.titel.en,
        ernst=regel.ernst,
        verificatie=regel.verificatie,
        soorten=soorten_van(regel),
        velden=regel.velden,
        peildatum=regel.peildatum,
        gebruikt_tabellen=regel.gebruikt_tabellen,
        retourcodes=regel.retourcodes,
        bronnen=regel.bronnen,
        redenen=tuple(
            Redentekst(
                reden=naam,
                tekst=tekst.nl,
                tekst_en=tekst.en,
                uitkomsten=uitkomsten.get((regel.code, naam), ()),
            )
            for naam, tekst in regel.redenen.items()
        ),
        feiten=tuple(feiten),
        nodig=regel.nodig,
        aanleiding=regel.aanleiding,
        geldig=regel.geldig,
    )


def soorten_van(regel: Regel) -> tuple[str, ...]:
    """Return the kinds of document that a rule judges, each by its name."""
    return tuple(filter(regel.reikwijdte.geldt, DOCUMENTEN))


def catalogus() -> Regelcatalogus:
    """Return the catalogue of every rule, as the rules themselves tell it; no facts of cases."""
    return Regelcatalogus(regels=tuple(catalogusregel(regel) for regel in REGELS))

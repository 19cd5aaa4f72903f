"""Numbers of which nothing is known but how many digits they have.

None has a known check digit and the digits have no known meaning, so only the shape is judged;
leading zeros count.
"""

from typing import Final, final

from geboortezorg.bevroren import bevroren
from geboortezorg.nummers import _vorm
from geboortezorg.nummers.fout import NummerFout, Nummersoort, Reden


@final
@bevroren(kw_only=True)
class Cijfernummer:
    """One kind of number, with the four functions that every kind has."""

    nummersoort: Nummersoort
    lengte: int

    @property
    def PATROON(self) -> str:  # noqa: N802 - as in the modules of other kinds
        """The shape; nothing more is known of these numbers."""
        return f"^[0-9]{{{self.lengte}}}$"

    @property
    def MIN_LENGTE(self) -> int:  # noqa: N802
        """The number of digits."""
        return self.lengte

    @property
    def MAX_LENGTE(self) -> int:  # noqa: N802
        """The number of digits."""
        return self.lengte

    def _reden(self, tekst: object) -> Reden | None:
        return _vorm.cijfers(tekst, self.lengte)

    def compact(self, tekst: str) -> str:
        """Return the text without spaces, full stops and hyphens.

        An explicit repair, which only a caller asks for. It adds nothing and checks nothing.
        Raises NummerFout when it is not text.
        """
        return _vorm.zonder_scheiding(tekst, self.nummersoort)

    def validate(self, tekst: str) -> str:
        """Return the same text when it has the shape; raises NummerFout otherwise."""
        reden = self._reden(tekst)
        if reden is not None:
            raise NummerFout(self.nummersoort, reden)
        return tekst

    def is_valid(self, tekst: object) -> bool:
        """Say whether this has the shape; never raises, whatever the object."""
        return self._reden(tekst) is None

    def format(self, tekst: str) -> str:
        """Return the number for display, the digits ungrouped; raises NummerFout otherwise."""
        return self.validate(tekst)


kvk: Final = Cijfernummer(nummersoort=Nummersoort.KVK, lengte=8)
"""KVK-nummer: an entry in the handelsregister.

Source: KVK, https://www.kvk.nl/informatiebank/kvk-nummer-alles-wat-je-moet-weten/
"""
vestigingsnummer: Final = Cijfernummer(nummersoort=Nummersoort.VESTIGINGSNUMMER, lengte=12)
"""Vestigingsnummer: one establishment in the handelsregister.

Source: KVK, https://www.kvk.nl/en/about-the-business-register/numbers-in-the-business-register/
"""
big: Final = Cijfernummer(nummersoort=Nummersoort.BIG, lengte=11)
"""BIG-nummer: a professional in the BIG-register. Personal data.

Source: NORA, https://www.noraonline.nl/wiki/Big_register
"""
ura: Final = Cijfernummer(nummersoort=Nummersoort.URA, lengte=8)
"""URA: a care organisation as a subscriber of the UZI-register.

Source: the Nictiz Schematron for HL7v3 (exactly eight digits).
"""

"""What whoever starts the service decides, and no request can change."""

from typing import Final, final

import attrs

from geboortezorg.bevroren import bevroren
from geboortezorg.convert import MAX_BYTES
from geboortezorg.regels.context import Context, gekozen

STANDAARD_BYTES: Final = 8 * 1024 * 1024
STANDAARD_SECONDEN: Final = 30
MAX_SECONDEN: Final = 3600
MAX_VERZOEKBYTES: Final = 16 * MAX_BYTES
"""Most that a body may be allowed to hold; a body of many documents may exceed one document."""


@final
@bevroren(kw_only=True)
class Instellingen:
    """The context of the payer, and the limits.

    `context` judges every document. With `context_per_verzoek` a request may bring its own, which
    then stands in place of it: for a service that only those who may decide on agreements reach.
    """

    context: Context = attrs.field(factory=Context, converter=gekozen)
    context_per_verzoek: bool = False
    max_bytes: int = attrs.field(
        default=STANDAARD_BYTES,
        validator=[attrs.validators.ge(1), attrs.validators.le(MAX_VERZOEKBYTES)],
    )
    max_seconden: int = attrs.field(
        default=STANDAARD_SECONDEN,
        validator=[attrs.validators.ge(1), attrs.validators.le(MAX_SECONDEN)],
    )

"""The service for those who write no Python: one ASGI application. Needs the extra ``web``.

``geboortezorg serve`` runs it. ``toepassing()`` gives the application itself, for a server of
your own. The modules below this one are private.
"""

from geboortezorg.web.adressen import toepassing
from geboortezorg.web.instellingen import Instellingen

__all__ = ["Instellingen", "toepassing"]

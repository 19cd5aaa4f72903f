"""A context says nothing of its own accord."""

from geboortezorg import Context


def test_niets_is_volledig() -> None:
    """What was not given is not known to be all there is."""
    context = Context()
    assert not context.overeenkomsten_volledig
    assert not context.screeningscontracten_volledig
    assert not context.eerdere_factuurnummers_volledig
    assert context.beoordelingsdatum is None

"""Whose document it is."""

import pytest

from quotextract.pipeline.resolution.owners import Owners

OWNED = [
    ("Si legge in una nota di Palazzo Chigi.", "Palazzo Chigi"),
    ("Si legge in un documento diffuso dalla Comunità di Sant'Egidio.", "Comunità di Sant'Egidio"),
    ("Lo dice la lettera firmata ieri da Carla Benassi e spedita a Roma.", "Carla Benassi"),
    ("Lo dice il comunicato, diramato in serata dalla Questura.", "Questura"),
    ("Lo dice un comunicato apparso sul sito della Questura.", "Questura"),
    ("Lo dice un comunicato uscito sul sito, non della Questura.", ""),
    ("Lo dice il comunicato letto ieri da Carla Benassi.", ""),
    ("Lo dice la lettera pubblicata dal Corriere.", ""),
    ("Lo dice il documento verificato dalla Questura.", ""),
    ("Lo dice la nota diffusa ieri. Dalla Questura nulla.", ""),
    ("Lo dice la nota diffusa, ieri dalla Questura.", ""),
    ("Il sindaco scelto da Carla Benassi tace.", ""),
]


@pytest.mark.parametrize(("text", "owner"), OWNED)
def test_owners_of_documents(analyse, text, owner):
    scene = analyse(text)
    owners = Owners(scene.frames, scene.table, scene.lexicon)
    found = {scene.mentions[k].text(scene.doc) for m in scene.mentions for k in owners.of(m)}
    assert all(words.endswith(owner) for words in found)
    assert bool(found) == bool(owner)

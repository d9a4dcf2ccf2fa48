"""What the speaker base costs: seconds to load, microseconds a look-up among 10,000 entries.

python benchmarks/speakers.py
"""

from __future__ import annotations

import time
from statistics import median

from quotextract.knowledge import Office, Speaker, SpeakerBase

ENTRIES, ROUNDS, DATE = 10_000, 5, "2025-09-04"
# A day for each round: what was looked up for another day is not remembered.
DAYS = [f"2025-09-{day:02}" for day in range(10, 10 + ROUNDS)]
MENTIONS = (
    "Volodymyr Zelenskyy", "Zelenskij", "la Meloni", "Conte", "il premier britannico",
    "il ministro degli Esteri russo", "il numero uno della Bce", "il titolare del Viminale",
    "il tycoon", "il ministro Crosetto", "un passante", "Ada Benelli",
)  # fmt: skip


def main() -> None:
    for name, mention in (("load", ""), ("load and first look-up", "il premier britannico")):
        print(f"{name:<22} {1000 * median(_load(mention) for _ in range(ROUNDS)):6.1f} ms")
    base = _large()
    mentions = [*MENTIONS, *(f"Nome{n} Cognome{n}" for n in range(0, 5000, 10))]
    mentions += [f"il sindaco di Luogo{n}" for n in range(0, 5000, 10)]
    base.resolve("il premier britannico", DATE)
    for name, some in (("all kinds", mentions), ("news", list(MENTIONS) * 50)):
        spent = median(_look_up(base, some, day) for day in DAYS)
        print(f"look-up, {name:<13} {1e6 * spent / len(some):6.1f} µs among {len(base):,}")


def _load(mention: str) -> float:
    begin = time.perf_counter()
    base = SpeakerBase.load()
    if mention:
        base.resolve(mention, DATE)
    return time.perf_counter() - begin


def _large() -> SpeakerBase:
    shipped = list(SpeakerBase.load())
    more = (
        Speaker(f"p-{n}", f"Nome{n} Cognome{n}", offices=(Office("sindaco", f"Luogo{n}"),))
        for n in range(ENTRIES - len(shipped))
    )
    return SpeakerBase([*shipped, *more])


def _look_up(base: SpeakerBase, mentions: list[str], day: str) -> float:
    begin = time.perf_counter()
    for mention in mentions:
        base.resolve(mention, day)
    return time.perf_counter() - begin


if __name__ == "__main__":
    main()

"""What the pipeline cannot do yet: a general reason, and the tests that wait for it.

A test is named by what stands in its brackets (`A10-2`), or by its name where it has none.
"""

KNOWN_FAILURES: dict[str, list[str]] = {
    "a short fragment is taken for scare quotes though a cue with its subject stands at it": [
        "B25-2",
        "D35-17",
        "G77-4",
    ],
    "a quotation inside another is taken for scare quotes where its cue has no subject": [
        "F62-1",
        "F62-2",
        "F62-3",
    ],
    "a short answer behind *R.* is taken for nobody's words": ["G71-3"],
    "a headline or nickname is judged by its shape alone": ["G70-5"],
    "the name of an outlet swallows the name behind it": ["E55-2", "G73-1"],
    "people named together are not looked for where a plural verb has no subject": ["E43-3"],
    "a participle without auxiliary is no cue: *definita da X*": ["D38-6"],
    "a cue behind a semicolon takes the words before it": ["parted-1"],
    "of several people joined before a plural verb only one is taken": ["E48-1"],
    "who speaks of two who met is told with too much confidence": ["E41-2", "E41-3"],
    "the page that is read is taken for the speaker, not whose page it is": [
        "body-of-a-document-1"
    ],
    "fragments typed as nobody's words, and chains carried too far or not far enough": [
        "D39-3",
    ],
}

REASONS = {name: reason for reason, names in KNOWN_FAILURES.items() for name in names}

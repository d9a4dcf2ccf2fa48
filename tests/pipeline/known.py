"""What the pipeline cannot do yet: a general reason, and the tests that wait for it.

A test is named by what stands in its brackets (`A10-2`), or by its name where it has none.
"""

KNOWN_FAILURES: dict[str, list[str]] = {
    "a quotation inside another is taken for scare quotes where its cue has no subject": [
        "F62-1",
        "F62-2",
        "F62-3",
    ],
    "inside a quotation whom a role describes loses against silence or the outer speaker": [
        "F63-2",
        "F63-3",
    ],
    "a headline or nickname is judged by its shape alone": ["G70-5"],
    "people named together are not looked for where a plural verb has no subject": ["E43-3"],
    "a bare surname with an article is taken for a body": ["E42-1"],
    "whom a participle names loses against its subject: *accusato da X*": ["D38-6"],
    "of several people joined before a plural verb only one is taken": ["E48-1"],
    "who speaks of two who met is told with too much confidence": ["E41-2", "E41-3"],
    "the page that is read is taken for the speaker, not whose page it is": [
        "body-of-a-document-1"
    ],
}

REASONS = {name: reason for reason, names in KNOWN_FAILURES.items() for name in names}

"""An Ibid. (там же, 同上) whose antecedent is not certain.

What it does: names every Ibid. that could not be resolved: nothing is cited before it, the note before it is
missing or was not understood, or the note before it cites several works.

Why it matters: the reader is sent to the wrong source, or to none.  A note that is put in later between the
two does the same to an Ibid. that was right.

Example: note 4 "Smith, Letters, 5; Jones, War, 7."  Note 5 "Ibid., 9."

What to do: write the author and a short title instead.
"""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.finding import Finding
from citekit.lint.rule import Rule
from citekit.lint.subject import Subject


def check(subject: Subject) -> Iterator[Finding]:
    """What the resolver could not decide."""
    notes = {note.n: note for note in subject.texts}
    for diagnostic in subject.result.diagnostics:
        if diagnostic.code == "ibid-unresolved" and diagnostic.note in notes:
            yield Finding(
                RULE.code,
                diagnostic.message,
                subject.place(notes[diagnostic.note], diagnostic.span),
                diagnostic.help or "Write the author and a short title instead.",
            )


RULE = Rule("ibid-unclear", "An Ibid. whose antecedent is not certain.", check)

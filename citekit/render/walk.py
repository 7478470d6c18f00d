"""Going through the nodes of a compiled style."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.render.compile import Area, Program
from citekit.render.dates import DateNode
from citekit.render.elements import Choose, Group, Node, Number, Sequence, TextVariable
from citekit.render.names import Names


def nodes(area: Area) -> Iterator[Node]:
    """Every node of an area's layouts; what a macro shares between its calls comes once."""
    seen: set[int] = set()
    waiting = [child for layout in area.layouts for child in layout.children]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield node
        if isinstance(node, (Group, Sequence)):
            waiting += node.children
        elif isinstance(node, Choose):
            waiting += [child for branch in node.branches for child in branch.children]
        elif isinstance(node, Names):
            waiting += node.substitute


def name_nodes(area: Area) -> Iterator[Names]:
    """The names nodes of an area."""
    for node in nodes(area):
        if isinstance(node, Names):
            yield node


def printed_variables(program: Program) -> frozenset[str]:
    """The variables that a style ever prints in cites or entries."""
    found: set[str] = set()
    for area in (program.citation, program.bibliography):
        if area is None:
            continue
        for node in nodes(area):
            if isinstance(node, Names):
                found.update(node.variables)
            elif isinstance(node, (TextVariable, Number, DateNode)):
                found.add(node.variable)
    return frozenset(found)

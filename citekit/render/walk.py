"""Going through the nodes of a compiled style."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.render.compile import Area
from citekit.render.elements import Choose, Group, Node, Sequence
from citekit.render.names import Names


def nodes(area: Area) -> Iterator[Node]:
    """Every node of an area's layouts, macros included."""
    for layout in area.layouts:
        for child in layout.children:
            yield from _walk(child)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    children: list[Node] = []
    if isinstance(node, (Group, Sequence)):
        children = node.children
    elif isinstance(node, Choose):
        children = [child for branch in node.branches for child in branch.children]
    elif isinstance(node, Names):
        children = node.substitute
    for child in children:
        yield from _walk(child)


def name_nodes(area: Area) -> Iterator[Names]:
    """The names nodes of an area."""
    for node in nodes(area):
        if isinstance(node, Names):
            yield node

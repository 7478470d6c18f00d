"""A style cut down to one item type: branches that depend on the type alone are decided beforehand.

Styles are mostly ``<if type="...">``.  Deciding those once per type instead of once per item halves the work
a long document; what is left prints exactly the same.
"""

from __future__ import annotations

from dataclasses import replace

from citekit.render.conditions import Condition
from citekit.render.elements import Branch, Choose, Group, Node, Sequence
from citekit.render.names import Names


class Specialiser:
    """Cuts nodes down to a type; what macros share stays shared."""

    def __init__(self, type_: str) -> None:
        self.type = type_
        self._known: dict[int, list[Node]] = {}

    def nodes(self, nodes: list[Node]) -> list[Node]:
        """The nodes without the branches that this type never takes."""
        return [left for node in nodes for left in self._node(node)]

    def _node(self, node: Node) -> list[Node]:
        key = id(node)
        if key not in self._known:
            self._known[key] = self._cut(node)
        return self._known[key]

    def _cut(self, node: Node) -> list[Node]:
        if isinstance(node, (Group, Sequence)):
            return [replace(node, children=self.nodes(node.children))]
        if isinstance(node, Names):
            return [replace(node, substitute=self.nodes(node.substitute))] if node.substitute else [node]
        if isinstance(node, Choose):
            return self._choose(node)
        return [node]

    def _choose(self, node: Choose) -> list[Node]:
        branches: list[Branch] = []
        for branch in node.branches:
            decided = self._decide(branch)
            if decided is False:
                continue
            cut = Branch(branch.test, self.nodes(branch.children))
            if decided and not branches:
                return cut.children
            branches.append(cut)
            if decided:
                break
        return [Choose(branches)] if branches else []

    def _decide(self, branch: Branch) -> bool | None:
        """Whether the branch is taken; None where that depends on more than the type."""
        test = branch.test
        if not isinstance(test, Condition):
            return True
        if len(test.types) == len(test.checks):
            answers = [self.type in types for types in test.types]
            return {
                "any": any(answers),
                "none": not any(answers),
                "nand": not all(answers),
            }.get(test.match, all(answers))
        if test.match == "all" and not all(self.type in types for types in test.types):
            return False
        if test.match == "none" and any(self.type in types for types in test.types):
            return False
        if test.match == "any" and any(self.type in types for types in test.types):
            return True
        return None

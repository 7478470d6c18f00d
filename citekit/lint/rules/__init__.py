"""The rules, one a module: each defines ``RULE``, and its docstring is the rule's page in the manual."""

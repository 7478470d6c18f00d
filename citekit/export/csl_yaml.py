"""CSL-YAML: the items under ``references``, as pandoc reads them from a metadata file."""

from __future__ import annotations

from citekit.export._format import Exported, Format, Material


def write(material: Material) -> Exported:
    """The works as a YAML document that can also stand at the head of a Markdown file."""
    import yaml

    text = yaml.dump(
        {"references": list(material.items)},
        Dumper=getattr(yaml, "CSafeDumper", yaml.SafeDumper),
        allow_unicode=True,
        sort_keys=False,
        width=1_000_000,  # one line per value: a wrapped title is hard to compare
        explicit_start=True,
        explicit_end=True,
    )
    return Exported(text)


FORMAT = Format("csl-yaml", "CSL-YAML, for the head of a pandoc document", (".yaml", ".yml"), write)

"""CSL-JSON: the items as they are (CSL 1.0.2, schema ``csl-data.json``)."""

from __future__ import annotations

import json

from citekit.export._format import Exported, Format, Material


def write(material: Material) -> Exported:
    """The works as a JSON array, indented, readable by every CSL processor, Zotero and pandoc."""
    return Exported(json.dumps(list(material.items), ensure_ascii=False, indent=2) + "\n")


FORMAT = Format("csl-json", "CSL-JSON, for pandoc, Zotero and every CSL processor", (".json",), write)

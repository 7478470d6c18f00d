"""The account of a deduplication: what merged on which evidence, what was kept apart, what waits."""

from __future__ import annotations

from typing import Any

from citekit.library.answers import in_short
from citekit.library.dedupe import Deduped


def account(deduped: Deduped) -> dict[str, Any]:
    """Everything that happened, as plain data."""
    found = deduped.duplicates
    asked = {frozenset((pair.one, pair.two)) for pair in deduped.memory.waiting}
    groups = {tuple(group): deduped.keys[group[0]] for group in found.groups if len(group) > 1}
    evidence: dict[str, list[dict[str, Any]]] = {}
    for merge in found.merges:
        evidence.setdefault(deduped.keys[merge.one], []).append(
            {"step": merge.step, "evidence": list(merge.evidence)}
        )
    return {
        "items": len(deduped.items),
        "merged": [
            {"key": key, "members": [_member(deduped, n) for n in group], "because": evidence.get(key, [])}
            for group, key in groups.items()
        ],
        "conflicts": [
            {"one": _member(deduped, c.one), "two": _member(deduped, c.two), "why": c.why}
            for c in found.conflicts
        ],
        "vetoed": [
            {"one": _member(deduped, v.one), "two": _member(deduped, v.two), "why": v.why}
            for v in found.vetoes
            if frozenset((deduped.keys[v.one], deduped.keys[v.two])) not in asked
        ],
        "vetoed-but-not-listed": found.vetoed - len(found.vetoes),
        "waiting": [
            {
                "one": _item(deduped, pair.one),
                "two": _item(deduped, pair.two),
                "evidence": pair.evidence,
                "against": pair.against,
            }
            for pair in deduped.memory.waiting
        ],
        "shared": shared(deduped),
    }


def _member(deduped: Deduped, number: int) -> dict[str, Any]:
    member = deduped.members[number]
    return {
        "source": member.source,
        "key": str(member.item["id"]),
        "notes": member.notes,
        "text": in_short(member.item),
    }


def _item(deduped: Deduped, key: str) -> dict[str, Any]:
    item = next((item for item in deduped.items if item["id"] == key), {"id": key})
    return {"key": key, "text": in_short(item), "cited": deduped.key_notes(key)}


def shared(deduped: Deduped) -> list[dict[str, Any]]:
    """The archival documents and files that several documents cite, with the notes of each."""
    found = [entry for entry in _archival(deduped) if len(entry["cited"]) > 1]
    return sorted(found, key=lambda entry: str(entry["id"]))


def _archival(deduped: Deduped) -> list[dict[str, Any]]:
    """Every archive identifier of the library with who cites it."""
    cited: dict[str, dict[str, list[str]]] = {}
    keys: dict[str, list[str]] = {}
    for item in deduped.items:
        custom = item.get("custom") or {}
        for name in ("archive_id", "file_id"):
            identifier = str(custom.get(name) or "")
            if identifier:
                keys.setdefault(identifier, []).append(str(item["id"]))
                for source, notes in deduped.key_notes(str(item["id"])).items():
                    cited.setdefault(identifier, {}).setdefault(source, []).extend(notes)
    return [{"id": i, "keys": keys[i], "cited": cited.get(i, {})} for i in keys]


def who_cites(deduped: Deduped, what: str) -> list[tuple[str, str, list[str]]]:
    """Where *what* is cited: (document, key, note numbers).

    *what* is a citekey, an archive identifier ("rgaspi:f558/op11/d334") or an archive reference in any
    spelling ("№16012", "РГАСПИ. Ф. 558. Оп. 11. Д. 334").
    """
    from citekit.archives import identify

    reference = identify(what)
    wanted = {what.strip(), reference.id if reference is not None else what}
    found = []
    for item in deduped.items:
        custom = item.get("custom") or {}
        if wanted & {item["id"], custom.get("archive_id"), custom.get("file_id")}:
            cited = deduped.key_notes(str(item["id"]))
            found += [(source, str(item["id"]), notes) for source, notes in cited.items()]
    return found


def in_words(told: dict[str, Any]) -> str:
    """The account as a page of Markdown."""
    lines = [
        "# Deduplication",
        "",
        f"{told['items']} works; {len(told['merged'])} of them from several entries.",
    ]
    lines += _section("Merged", [_merged(entry) for entry in told["merged"]])
    lines += _section("Conflicts", [_two(entry, entry["why"]) for entry in told["conflicts"]])
    lines += _section("Waiting for review", [_waiting(entry) for entry in told["waiting"]])
    lines += _section("Kept apart", [_two(entry, entry["why"]) for entry in told["vetoed"]])
    more = told["vetoed-but-not-listed"]
    if more:
        lines += ["", f"And {more} more kept apart."]
    lines += _section("Cited by several documents", [_shared(entry) for entry in told["shared"]])
    return "\n".join(lines) + "\n"


def _section(title: str, entries: list[list[str]]) -> list[str]:
    if not entries:
        return []
    lines = ["", f"## {title} ({len(entries)})"]
    for entry in entries:
        lines += ["", *entry]
    return lines


def _merged(entry: dict[str, Any]) -> list[str]:
    said = dict.fromkeys(f"{b['step']}: {', '.join(b['evidence'])}" for b in entry["because"])
    return [f"- **{entry['key']}** ({'; '.join(said)})", *(f"    - {_named(m)}" for m in entry["members"])]


def _two(entry: dict[str, Any], why: str) -> list[str]:
    return [f"- {why}", f"    - {_named(entry['one'])}", f"    - {_named(entry['two'])}"]


def _named(member: dict[str, Any]) -> str:
    notes = f", {_notes(member['notes'])}" if member["notes"] else ""
    return f"{member['source']}{notes}: {member['text']} [{member['key']}]"


def _notes(notes: list[str]) -> str:
    return f"note{'s' if len(notes) > 1 else ''} {', '.join(dict.fromkeys(notes))}"


def _waiting(entry: dict[str, Any]) -> list[str]:
    against = f"; against: {', '.join(entry['against'])}" if entry["against"] else ""
    lines = [f"- {', '.join(entry['evidence'])}{against}"]
    for item in (entry["one"], entry["two"]):
        places = "; ".join(f"{source}, {_notes(notes)}" for source, notes in item["cited"].items())
        lines.append(f"    - **{item['key']}**: {item['text']}" + (f" ({places})" if places else ""))
    return lines


def _shared(entry: dict[str, Any]) -> list[str]:
    return [
        f"- `{entry['id']}` ({', '.join(entry['keys'])})",
        *(f"    - {source}: {_notes(notes)}" for source, notes in entry["cited"].items()),
    ]

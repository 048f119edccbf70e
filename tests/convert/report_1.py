#!/usr/bin/env python3
"""Makes the old `readiness/report/1` of a `readiness/report/2-draft` and compares it with what an old program writes.

    python3 tests/convert/report_1.py OLD_PROGRAM NEW_PROGRAM

Kept for the commit that changes the document: every fact of the old one is found in the new one. Three things are told better
now, and are not compared: a switch stands at its key, as every other answer does; a finding that pointed at the whole dossier
points at the first answer that it rests on; and of answers that are true and not all shown, only those are named that are not.
"""

import collections
import json
import subprocess
import sys

EXAMPLES = ["tri-x", "tri-x-ready", "scotland", "bedcast", "lapsed", "derm", "qxr"]
DAYS = ["2026-11-24", "2027-03-01"]
GATES = [None, "problem", "procurement", "pilot", "go-live", "in-use", "decommissioning"]
ORDER = ["not-met", "unknown", "met", "not-applicable"]


def text(words):
    return words if isinstance(words, str) else "".join(piece.get("ours", piece.get("theirs", "")) for piece in words)


def paths(answers):
    found = []
    for answer in answers:
        around = found[answer["in"]] if "in" in answer else ""
        name = answer["name"]
        found.append(around + (name if not around or name.startswith("[") else "." + name))
    return found


class Old:
    def __init__(self, document, row):
        self.catalogue, self.row, self.paths = document["catalogue"], row, paths(row["answers"])
        self.state = {}
        for name in ("findings", "met", "not_applicable"):
            for group in row[name]:
                for finding in group["of"]:
                    self.state.setdefault(finding["check"], (group, []))[1].append(finding)

    def part_outcome(self, item, part):
        parts = self.row["parts"]
        if item["id"] in parts.get("not_asked", []):
            return "not-applicable"
        for name in ("met", "not_met", "unknown", "not_applicable"):
            if part["id"] in parts.get(name, []):
                return name.replace("_", "-")
        return parts["others"]

    def items(self):
        for item in self.catalogue["items"]:
            parts = [
                {"id": p["id"], "asks": p.get("asks", item["asks"]), "kind": p["kind"], "outcome": self.part_outcome(item, p), "checks": p["checks"]}
                for p in item["parts"]
            ]
            outcome = min((p["outcome"] for p in parts), key=ORDER.index)
            yield {"id": item["id"], "source": self.catalogue["sources"][item["source"]]["id"], "outcome": outcome, "parts": parts}

    def messages(self, check, group, finding):
        """What the old program may have said of it."""
        asks = check["asks"]
        because = self.row["reasons"][finding["because"]] if "because" in finding else None
        if group["outcome"] in ("met", "not-applicable"):
            return [asks]
        if group["outcome"] == "not-met":
            says = text(finding["says"]) if "says" in finding else check.get("gap", asks)
            return [says if because is None else f"{says.rstrip('.')} ({because})."]
        if "says" in finding:
            return [text(finding["says"])]
        if because is None:
            path = self.path(check, finding)
            hangs = f"`{path}`" if path else "an answer that is missing"
            return [
                check.get("unanswered", f"Nobody has said: {asks}"),
                f"Not settled whether this is asked of the product, since it hangs on {hangs}: {asks}",
            ]
        path = self.path(check, finding)
        hangs = f"`{path}`" if path else "an answer that is missing"
        return [
            f"Claimed, not shown: {asks} ({because})",
            f"Not settled: {asks} ({because})",
            f"Answered, but {because}: {asks}",
            f"Cannot be ruled out, since {because}: {asks}",
            f"Stated, but {because}: {asks}",
            f"Answered long ago and due to be looked at again: {asks}",
            f"Said to be none, which does not answer this: {asks}",
            f"Said not to apply, which does not answer this: {asks}",
            f"Not settled whether this is asked of the product, since it hangs on {hangs}: {asks}",
        ]

    def path(self, check, finding):
        if "answers" in finding:
            return self.paths[finding["answers"][0]]
        return check["reads"][0] if "fingerprint" in finding and "near" in finding or check["reads"] and "fingerprint" in finding else ""

    def place(self, finding):
        number = finding["answers"][0] if "answers" in finding else finding.get("near")
        exact = "answers" in finding and "at" in self.row["answers"][number]
        while number is not None and "at" not in self.row["answers"][number]:
            number = self.row["answers"][number].get("in")
        answer = self.row["answers"][number] if number is not None else None
        return exact, answer

    def facts(self, value):
        if isinstance(value, list):
            return [self.facts(one) for one in value]
        if not isinstance(value, dict):
            return value
        found = {}
        for name, inner in value.items():
            if name == "why":
                found[name] = self.row["reasons"][inner]
            elif name == "from":
                found[name] = [self.paths[number] for number in inner]
            else:
                found[name] = self.facts(inner)
        return found


class Differences(collections.Counter):
    examples = {}

    def note(self, kind, old, new, where):
        self[kind] += 1
        self.examples.setdefault(kind, (where, old, new))


def same_fact(old, new, at, wrong, where):
    if isinstance(old, list):
        if not isinstance(new, list) or len(old) != len(new):
            return wrong.note(f"fact {at}", old, new, where)
        for one, other in zip(old, new):
            same_fact(one, other, at, wrong, where)
    elif isinstance(old, dict):
        stated = old.get("why") == "as the dossier says"
        for name, value in old.items():
            if name == "from" and (at.startswith(".evidence") or stated):
                continue
            if name == "from":
                value, found = value, new.get("from", [])
                if value != found:
                    wrong.note("fact from", value, found, where + at)
            elif name == "why" and stated:
                continue
            elif at == ".evidence" and name in ("kind", "issued", "expires", "support"):
                stands = {"kind": new.get("kind"), "issued": new.get("issued"), "expires": new.get("expires"),
                          "support": "evidenced" if new["shows"].get("value") else "asserted"}[name]
                if value["value"] != stands:
                    wrong.note(f"fact {at}.{name}", value, stands, where)
            elif value is None:
                if new.get(name) is not None:
                    wrong.note(f"fact {at}.{name}", value, new.get(name), where)
            else:
                same_fact(value, (new or {}).get(name), f"{at}.{name}", wrong, where)
    elif old != new:
        wrong.note(f"fact value {at}", old, new, where)


def short(value):
    return None if value is None else (value if len(value) <= 80 else value[:80] + "…")


def compare(old, document, row, where, wrong):
    made = Old(document, row)
    for name, value in {
        "file": row["file"], "product": short(row["product"]["name"]), "version": short(row["product"]["version"]),
        "supplier": short(row["product"]["supplier"]), "organisation": short(row["adopter"]["organisation"]),
        "verdict": row["verdict"], "gate": row["gate"], "gate_stated": row["gate_stated"],
        "counts": {name: count for name, count in row["counts"].items() if name != "due_again"},
    }.items():
        if old[name] != value:
            wrong.note(name, old[name], value, where)
    if old["items"] != list(made.items()):
        first = next((pair for pair in zip(old["items"], made.items()) if pair[0] != pair[1]))
        wrong.note("items", first[0], first[1], where)
    checks = {check["id"]: (at, check) for at, check in enumerate(document["catalogue"]["checks"])}
    part_ids = {}
    outcome_of = {item["id"]: item for item in made.items()}
    for at, item in enumerate(document["catalogue"]["items"]):
        asked = item["id"] not in row["parts"].get("not_asked", [])
        for part in item["parts"]:
            for check in part["checks"]:
                if asked:
                    part_ids.setdefault(check, []).append(part["id"])
    notes = document["catalogue"]["notes"]
    for one in old["checks"]:
        at, check = checks[one["check"]]
        group, findings = made.state[at]
        told = f"{where} {one['check']}"
        support = group.get("support")
        for name, value in {
            "outcome": group["outcome"], "how": group["how"], "support": support, "severity": group["severity"], "force": group["force"],
            "due": group["due"], "gate": check["gate"], "who": check["who"],
        }.items():
            if one[name] != value:
                wrong.note(f"check {name}", one[name], value, told)
        messages = made.messages(check, group, findings[0])
        if one["message"] not in messages:
            wrong.note("check message", one["message"], messages, told)
        action = text(findings[0]["action"]) if "action" in findings[0] else check.get("action")
        if one["action"] != action and one["outcome"] in ("not-met", "unknown"):
            wrong.note("check action", one["action"], action, told)
        members = sorted({finding["member"] for finding in findings if "member" in finding})
        if one["outcome"] in ("not-met", "unknown") and one["members"] != members:
            if group.get("reason") not in ("not-shown", "lapsed"):
                wrong.note("check members", one["members"], members, told)
        by_place = min(findings, key=lambda finding: 0)
        exact, answer = made.place(by_place)
        path = made.path(check, by_place)
        if one["path"] and one["path"] != path:
            wrong.note("path", one["path"], path, told)
        if answer is not None and one["path"]:
            place = [one[name] for name in ("line", "column", "end_line", "end_column")]
            file = row["files"][answer.get("file", 0)]["name"]
            if place != answer["at"] or one["file"] != file:
                wrong.note("place", (one["path"], one["exact"], place), (exact, answer["at"]), told)
        if one["exact"] != exact:
            wrong.note("exact", (one["exact"], one["path"]), exact, told)
        if one["items"] != sorted(part_ids.get(one["check"], []), key=one["items"].index if set(one["items"]) == set(part_ids.get(one["check"], [])) else None):
            wrong.note("check items", one["items"], part_ids.get(one["check"]), told)
        held = {notes[item["note"]] for item in document["catalogue"]["items"] if "note" in item}
        if any(note.split(": ", 1)[1] not in held for note in one["notes"]):
            wrong.note("notes", one["notes"], None, told)
    facts = made.facts(row["facts"])
    facts["evidence"] = made.facts(row["documents"])
    same_fact(old["facts"], facts, "", wrong, where)
    tables = {table["id"]: table for table in document["catalogue"]["training"]}
    for one, other in zip(old["training_actions"], row["training"]):
        table = tables[other["table"]]
        outcomes = {outcome["id"]: outcome for outcome in table["outcomes"]}
        serves = sorted({part for outcome in other["outcomes"] for part in outcomes[outcome].get("serves", [])})
        new = {
            "table": other["table"], "programme": other.get("programme"), "role": other["group"], "archetypes": other.get("archetypes", []),
            "trained": other["trained"], "headcount": other["headcount"],
            "outcomes": [{"id": outcome, "level": outcomes[outcome].get("level")} for outcome in other["outcomes"]],
            "force": other["force"], "gate": table["gate"], "owner": table["owner"], "serves": serves,
            "related": other.get("related", []), "blocked_by": other.get("blocked_by", []), "message": other["message"],
        }
        if one != new:
            wrong.note("training", one, new, where)
    if len(old["training_actions"]) != len(row["training"]):
        wrong.note("training", len(old["training_actions"]), len(row["training"]), where)
    answers = row["answers"]
    new = [{"path": made.paths[s["answer"]], "checks": s["checks"]} for s in row["switches"]]
    if [{"path": s["path"], "checks": s["checks"]} for s in old["switched_off"]] != new:
        wrong.note("switches", old["switched_off"], new, where)
    new = [
        {"path": made.paths[l["answer"]], "ends": l["ends"], "days": l["days"], "file": row["files"][answers[l["answer"]].get("file", 0)]["name"],
         "line": answers[l["answer"]]["at"][0], "column": answers[l["answer"]]["at"][1]}
        for l in row["lapses"]
    ]
    if old["lapses"] != new:
        wrong.note("lapses", old["lapses"], new, where)


def written(program, example, day, gate):
    arguments = ["check", f"examples/{example}/dossier.yaml", "--as-of", day, "--format", "json"] + (["--gate", gate] if gate else [])
    return json.loads(subprocess.run([program, *arguments], capture_output=True, check=False).stdout)


def main():
    old_program, new_program = sys.argv[1:]
    wrong, compared = Differences(), 0
    for example in EXAMPLES:
        for day in DAYS:
            for gate in GATES:
                old, new = (written(program, example, day, gate) for program in (old_program, new_program))
                packs = [{name: pack[name] for name in old["packs"][0]} for pack in new["run"]["packs"]]
                if (old["as_of"], old["packs"]) != (new["run"]["as_of"], packs):
                    wrong.note("packs", old["packs"], packs, example)
                compare(old["dossiers"][0], new, new["dossiers"][0], f"{example} {day} {gate}", wrong)
                compared += 1
    print(f"{compared} reports compared")
    for kind, count in wrong.most_common():
        where, old, new = wrong.examples[kind]
        print(f"{count:6} {kind}: {where}\n       old {json.dumps(old)[:400]}\n       new {json.dumps(new)[:400]}")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

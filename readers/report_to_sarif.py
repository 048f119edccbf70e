#!/usr/bin/env python3
"""Turns `readiness check --format json` (or jsonl) into SARIF 2.1.0: the smallest reader, with nothing but `json`.

    readiness check dossiers/ --format json | python3 readers/report_to_sarif.py > readiness.sarif
"""

import json
import sys

LEVELS = {"blocker": "error", "gap": "warning", "note": "note"}


def text(words):
    """A sentence: a string is ours, of pieces some are the dossier's; SARIF's plain text escapes neither."""
    return words if isinstance(words, str) else "".join(piece.get("ours", piece.get("theirs", "")) for piece in words)


def paths(answers):
    """The path of each answer: its name, after the path of the place around it."""
    found = []
    for answer in answers:
        if answer is None:
            found.append(None)
            continue
        around = found[answer["in"]] if "in" in answer else ""
        name = answer["name"]
        found.append(around + (name if not around or name.startswith("[") else "." + name))
    return found


def message(catalogue, row, group, finding):
    """What is the matter, and why: the usual words are the catalogue's."""
    check = catalogue["checks"][finding["check"]]
    says = {reason["id"]: reason.get("says", "{asks}") for reason in catalogue["reasons"]}
    if "says" in finding:
        words = text(finding["says"])
    elif group["outcome"] == "not-met":
        words = check.get("gap", check["asks"])
    elif group["reason"] == "unsaid" and "unanswered" in check:
        words = check["unanswered"]
    else:
        words = says[group["reason"]].replace("{asks}", check["asks"])
    if "because" in finding:
        words = f"{words.rstrip('.')} ({row['reasons'][finding['because']]})."
    return words


def place(row, finding):
    """The file and the region; the nearest that exists where an answer is missing."""
    number = finding["answers"][0] if "answers" in finding else finding.get("near")
    while number is not None and "at" not in row["answers"][number]:
        number = row["answers"][number].get("in")
    answer = row["answers"][number] if number is not None else {}
    uri = row["files"][answer.get("file", 0)]["name"].replace("\\", "/").replace(" ", "%20")
    line, column, end_line, end_column = answer.get("at", [1, 1, 1, 1])
    region = {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}
    return {"artifactLocation": {"uri": uri}, "region": region}


def results(catalogue, row):
    """One result for each finding."""
    named = paths(row["answers"])
    for group in row["findings"]:
        for finding in group["of"]:
            check = catalogue["checks"][finding["check"]]
            about = [named[number] for number in finding.get("answers", [])] or check["reads"]
            location = {"physicalLocation": place(row, finding)}
            location["logicalLocations"] = [{"fullyQualifiedName": path} for path in about if path]
            action = text(finding["action"]) if "action" in finding else check["action"]
            yield {
                "ruleId": check["id"],
                "ruleIndex": finding["check"],
                "level": LEVELS[group["severity"]] if group["due"] else "note",
                "message": {"text": f"{message(catalogue, row, group, finding)} To do: {action}"},
                "locations": [location],
                "partialFingerprints": {"readiness/2": finding["fingerprint"]},
            }


def rules(catalogue):
    """One rule for each check."""
    for check in catalogue["checks"]:
        rule = {"id": check["id"], "shortDescription": {"text": check["asks"]}, "fullDescription": {"text": check["why"]}}
        if "action" in check:
            rule["help"] = {"text": check["action"]}
        yield rule


def main():
    text_of_report = sys.stdin.buffer.read().decode("utf-8")
    try:
        document = json.loads(text_of_report)
        rows, unreadable = document["dossiers"], document["unreadable"]
    except json.JSONDecodeError:
        document, *lines = [json.loads(line) for line in text_of_report.split("\n") if line]
        rows = [line for line in lines if "unreadable" not in line]
        unreadable = [mistake for line in lines for mistake in line.get("unreadable", [])]
    catalogue, run = document["catalogue"], document["run"]
    driver = {"name": run["tool"], "version": run["version"], "rules": list(rules(catalogue))}
    told = [{"level": "error", "message": {"text": f"{one['file']}: {one['message']}"}} for one in unreadable]
    invocation = {"executionSuccessful": not unreadable, "toolExecutionNotifications": told}
    sarif = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "invocations": [invocation],
                "columnKind": "unicodeCodePoints",
                "results": [result for row in rows for result in results(catalogue, row)],
            }
        ],
    }
    json.dump(sarif, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()

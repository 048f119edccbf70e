//! Checks: one atomic question each, with its condition, its gate, who acts, and the words.

use super::pattern::{Pattern, When};
use super::print::Prints;
use super::template::{Template, read_template};
use super::whens::Rules;
use crate::terms::{EvidenceKind, Force, Gate, Needs, PartKind, Period, Role, parse_period};
use crate::text::{Diagnostic, Held, Span, Text, TomlFile, TomlTable};

/// One atomic question.
#[derive(Debug, Clone)]
pub struct Check {
    /// Its name, unique among all packs.
    pub id: Text,
    /// The question.
    pub asks: Text,
    /// When it is asked; always, if there is none.
    pub when: Option<When>,
    /// When it is met.
    pub met: Pattern,
    /// The decision by which it is due.
    pub gate: Gate,
    /// The decision after which it is no longer asked.
    pub until: Option<Gate>,
    /// How long an answer holds before it must be looked at again.
    pub review_every: Option<Period>,
    /// The support it demands.
    pub needs: Option<Needs>,
    /// Who must act.
    pub who: Role,
    /// The roles that may accept the risk of leaving it open; nobody, if empty.
    pub waivable_by: Held<[Role]>,
    /// What to say when it is not met; none when its condition cannot be false.
    pub gap: Option<Template>,
    /// What to say when nobody has answered.
    pub unanswered: Option<Template>,
    /// What to do.
    pub action: Template,
    /// The harm or the duty behind it.
    pub why: Text,
    /// The kinds of document that can show it; any, if empty.
    pub evidence: Held<[EvidenceKind]>,
    /// A line of YAML that would answer it.
    pub example: Text,
    /// Statutes, standards and reports it rests on.
    pub cites: Held<[Text]>,
    /// Whether "not applicable, because ..." is a fair answer.
    pub not_applicable: bool,
    /// Its own force: only in a house pack, for a check that no item names.
    pub force: Option<Force>,
    /// What it adds to the fingerprints of its findings.
    pub prints: Prints,
    /// The file it comes from.
    pub pack: usize,
    /// Its place in that file.
    pub span: Span,
}

/// Reads the checks of a file.
pub(super) fn read_checks(reader: &TomlFile<'_>, rules: &mut Rules<'_>, pack: usize) -> Vec<Check> {
    reader.tables("check").iter().map(|table| read_check(table, rules, pack)).collect()
}

fn read_check(table: &TomlTable<'_, '_>, rules: &mut Rules<'_>, pack: usize) -> Check {
    let reader = table.file;
    let id = table.text("id");
    if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        reader.report(Diagnostic::new("an id is lower-case words with hyphens", table.place(), "here"));
    }
    let met = table.get("met").map(|node| rules.condition(reader, node));
    if met.is_none() {
        reader.report(Diagnostic::new("`met` is missing: when is this check met?", table.place(), "in this check"));
    }
    let review_every = table.optional("review_every").and_then(|text| {
        let period = parse_period(&text);
        if period.is_none() {
            reader.report(Diagnostic::new(format!("`{text}` is not a length of time such as P12M"), table.place(), "in this check"));
        }
        period
    });
    let action = read_template(table, rules.known.schema, "action");
    if action.is_none() {
        reader.report(Diagnostic::new("`action` is missing: what should be done?", table.place(), "in this check"));
    }
    let check = Check {
        asks: table.text("asks"),
        when: rules.when(table),
        met: met.unwrap_or(Pattern::Unreadable),
        gate: table.required_choice("gate").unwrap_or(Gate::Procurement),
        until: table.choice("until"),
        review_every,
        needs: table.choice("needs"),
        who: table.required_choice("who").unwrap_or(Role::Driver),
        waivable_by: table.choices("waivable_by"),
        gap: read_template(table, rules.known.schema, "gap"),
        unanswered: read_template(table, rules.known.schema, "unanswered"),
        action: action.unwrap_or(Template(Held::default())),
        why: table.text("why"),
        evidence: table.choices("evidence"),
        example: table.text("example"),
        cites: table.texts("cites"),
        not_applicable: match table.optional("not_applicable").as_deref() {
            None => false,
            Some("allowed") => true,
            Some(_) => {
                reader.report(Diagnostic::new("`not_applicable` is \"allowed\" or left out", table.place(), "in this check"));
                false
            }
        },
        force: table.choice("force"),
        prints: Prints::of(&id),
        pack,
        span: table.place(),
        id,
    };
    table.finish();
    check
}

impl Check {
    /// Whether it can close a part that asks for a judgement: it reads a judgement, demands a review,
    /// or rests on what the program works out.
    pub fn judges(&self) -> bool {
        let mut judged = self.needs == Some(Needs::Reviewed);
        self.met.walk(&mut Vec::new(), &mut |path, leaf| {
            judged |= matches!(leaf, Pattern::Judged(_)) || path.first().is_some_and(|first| first == "facts");
        });
        judged
    }

    /// Whether it is fit for a part of that kind.
    pub fn closes(&self, kind: PartKind) -> bool {
        kind == PartKind::Disclosure || self.judges()
    }
}

//! Checks: one atomic question each, with its condition, its gate, who acts, and the words.

use super::condition::read_condition;
use super::pattern::Pattern;
use super::reader::{Reader, Table};
use super::source::{Force, PartKind};
use super::template::Template;
use crate::dossier::answer::{choice, parse_period};
use crate::dossier::evidence::EvidenceKind;
use crate::dossier::roles::Role;
use crate::text::{Diagnostic, Span};

choice! {
    /// A decision that ends a stage of adoption; gates come in this order.
    Gate {
        /// That there is a problem worth solving with this kind of product.
        Problem = "problem",
        /// To buy it.
        Procurement = "procurement",
        /// To try it on live work. A live pilot is a deployment: what patients' safety needs is due at it.
        Pilot = "pilot",
        /// To use it for all.
        GoLive = "go-live",
        /// To go on using it.
        InUse = "in-use",
        /// To retire it.
        Decommissioning = "decommissioning",
    }
}

choice! {
    /// How well an answer must be supported before it counts.
    Needs {
        /// A registered document shows it.
        Evidenced = "evidenced",
        /// The adopter has examined it.
        Reviewed = "reviewed",
    }
}

/// One atomic question.
#[derive(Debug, Clone)]
pub struct Check {
    /// Its name, unique among all packs.
    pub id: String,
    /// The question.
    pub asks: String,
    /// When it is asked; always, if there is none.
    pub when: Option<Pattern>,
    /// When it is met.
    pub met: Pattern,
    /// The decision by which it is due.
    pub gate: Gate,
    /// The decision after which it is no longer asked.
    pub until: Option<Gate>,
    /// How long an answer holds before it must be looked at again.
    pub review_every: Option<jiff::Span>,
    /// The support it demands.
    pub needs: Option<Needs>,
    /// Who must act.
    pub who: Role,
    /// The roles that may accept the risk of leaving it open; nobody, if empty.
    pub waivable_by: Vec<Role>,
    /// What to say when it is not met; none when its condition cannot be false.
    pub gap: Option<Template>,
    /// What to say when nobody has answered.
    pub unanswered: Option<Template>,
    /// What to do.
    pub action: Template,
    /// The harm or the duty behind it.
    pub why: String,
    /// The kinds of document that can show it; any, if empty.
    pub evidence: Vec<EvidenceKind>,
    /// A line of YAML that would answer it.
    pub example: String,
    /// Statutes, standards and reports it rests on.
    pub cites: Vec<String>,
    /// Whether "not applicable, because ..." is a fair answer.
    pub not_applicable: bool,
    /// Its own force: only in a house pack, for a check that no item names.
    pub force: Option<Force>,
    /// The file it comes from.
    pub pack: usize,
    /// Its place in that file.
    pub span: Span,
}

/// The spellings of all roles.
pub(super) fn role_words() -> Vec<&'static str> {
    Role::ALL.iter().map(|role| role.as_str()).collect()
}

fn words<W: Copy>(all: &[W], text: fn(W) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| text(*one)).collect()
}

/// Reads the checks of a file.
pub(super) fn read_checks(reader: &Reader<'_>, pack: usize) -> Vec<Check> {
    reader.tables("check").iter().map(|table| read_check(table, pack)).collect()
}

fn read_check(table: &Table<'_, '_>, pack: usize) -> Check {
    let reader = table.reader;
    let gates = words(Gate::ALL, Gate::as_str);
    let id = table.text("id");
    if !id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-') {
        reader.report(Diagnostic::new("an id is lower-case words with hyphens", table.place(), "here"));
    }
    let met = table.get("met").map(|node| read_condition(reader, node));
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
    let action = table.template("action");
    if action.is_none() {
        reader.report(Diagnostic::new("`action` is missing: what should be done?", table.place(), "in this check"));
    }
    let check = Check {
        asks: table.text("asks"),
        when: table.get("when").map(|node| read_condition(reader, node)),
        met: met.unwrap_or(Pattern::Any(Vec::new())),
        gate: table.required("gate", Gate::parse, &gates).unwrap_or(Gate::Procurement),
        until: table.word("until", Gate::parse, &gates),
        review_every,
        needs: table.word("needs", Needs::parse, &words(Needs::ALL, Needs::as_str)),
        who: table.required("who", Role::parse, &role_words()).unwrap_or(Role::Driver),
        waivable_by: table.words("waivable_by", Role::parse, &role_words()),
        gap: table.template("gap"),
        unanswered: table.template("unanswered"),
        action: action.unwrap_or(Template(Vec::new())),
        why: table.text("why"),
        evidence: table.words("evidence", EvidenceKind::parse, &words(EvidenceKind::ALL, EvidenceKind::as_str)),
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
        force: table.word("force", Force::parse, &words(Force::ALL, Force::as_str)),
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

//! Training tables: outcomes that staff must reach, with their level, their audience and where their content comes from.

use super::check::{Gate, role_words};
use super::condition::read_condition;
use super::pattern::Pattern;
use super::reader::{Reader, Table};
use super::source::Force;
use crate::dossier::roles::Role;
use crate::dossier::training::{Archetype, Level};
use crate::text::{Diagnostic, Span};

/// Whom a table of outcomes is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// All staff of the organisation; kept and reported once.
    Organisation,
    /// The staff groups that use this product.
    Users,
    /// The staff groups that play this part in the adoption of AI.
    Archetype(Archetype),
}

/// One outcome.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The source's id, such as `T2-05`.
    pub id: String,
    /// The level to reach; none where the source has lost it, so that no level is scored.
    pub level: Option<Level>,
    /// The area under which the source puts it.
    pub area: String,
    /// The topic under which the source puts it; empty where it prints none.
    pub topic: String,
    /// What the trained person knows or can do.
    pub asks: String,
    /// Only where clinical decisions are made.
    pub clinical: bool,
    /// The question parts that hold what is to be taught.
    pub content_from: Vec<String>,
    /// The dossier fields that hold what is to be taught.
    pub content_fields: Vec<String>,
    /// The outcome that says the same in other words: counted once.
    pub same_as: Option<String>,
    /// What a reader should know of the source here.
    pub note: Option<String>,
    /// Its place.
    pub span: Span,
}

/// One table of outcomes.
#[derive(Debug, Clone)]
pub struct TrainingTable {
    /// Its id, such as `T2`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Whom it is for.
    pub audience: Audience,
    /// When it applies.
    pub when: Option<Pattern>,
    /// The decision by which it is due.
    pub gate: Gate,
    /// Who sees to it.
    pub owner: Role,
    /// How strongly it binds, unless the developer has made the training a legal duty.
    pub force: Force,
    /// The outcomes.
    pub outcomes: Vec<Outcome>,
    /// The pack it comes from.
    pub pack: usize,
}

/// Reads the training table of a file, if it has one.
pub(super) fn read_training(reader: &Reader<'_>, pack: usize) -> Option<TrainingTable> {
    let node = reader.tree.child(reader.tree.root, "table")?;
    let table = reader.table(node);
    let gates: Vec<&str> = Gate::ALL.iter().map(|one| one.as_str()).collect();
    let forces: Vec<&str> = Force::ALL.iter().map(|one| one.as_str()).collect();
    let read = TrainingTable {
        id: table.text("id"),
        title: table.text("title"),
        audience: audience(&table),
        when: table.get("when").map(|node| read_condition(reader, node)),
        gate: table.required("gate", Gate::parse, &gates).unwrap_or(Gate::GoLive),
        owner: table.required("owner", Role::parse, &role_words()).unwrap_or(Role::TrainingLead),
        force: table.required("force", Force::parse, &forces).unwrap_or(Force::BestPractice),
        outcomes: read_outcomes(reader),
        pack,
    };
    table.finish();
    Some(read)
}

fn audience(table: &Table<'_, '_>) -> Audience {
    let archetypes: Vec<&str> = Archetype::ALL.iter().map(|one| one.as_str()).collect();
    let words = ["organisation", "users", "archetype"];
    match table.required("audience", |text| words.iter().position(|word| *word == text), &words) {
        Some(0) => Audience::Organisation,
        Some(2) => table.required("archetype", Archetype::parse, &archetypes).map_or(Audience::Users, Audience::Archetype),
        _ => Audience::Users,
    }
}

fn read_outcomes(reader: &Reader<'_>) -> Vec<Outcome> {
    let levels: Vec<&str> = Level::ALL.iter().map(|one| one.as_str()).collect();
    let outcomes = reader.tables("outcome").into_iter().map(|table| {
        let lost = table.get("level").and_then(|node| reader.tree.text(node)) == Some("unstated");
        let level = if lost { None } else { table.required("level", Level::parse, &levels) };
        if let (Some(kind), Some(level)) = (table.optional("kind"), level) {
            let skill = matches!(level, Level::Capable | Level::Proficient);
            if (kind == "skill") != skill {
                reader.report(Diagnostic::new(format!("`{}` is not a level of {kind}", level.as_str()), table.place(), "in this outcome"));
            }
        }
        let outcome = Outcome {
            id: table.text("id"),
            level,
            area: table.optional("area").unwrap_or_default(),
            topic: table.optional("topic").unwrap_or_default(),
            asks: table.text("asks"),
            clinical: table.flag("clinical"),
            content_from: table.texts("content_from"),
            content_fields: table.paths("content_fields"),
            same_as: table.optional("same_as"),
            note: table.optional("note"),
            span: table.place(),
        };
        table.finish();
        outcome
    });
    outcomes.collect()
}

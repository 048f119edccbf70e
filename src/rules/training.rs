//! Training tables: outcomes that staff must reach, with their level, their audience and where their content comes from.

use super::check::{Gate, role_words};
use super::condition::read_condition;
use super::pattern::Pattern;
use super::reader::Reader;
use super::source::Force;
use crate::dossier::answer::choice;
use crate::dossier::roles::Role;
use crate::dossier::training::Level;
use crate::text::{Diagnostic, Span};

choice! {
    /// Whom a table of outcomes is for.
    Audience {
        /// All staff of the organisation; kept and reported once.
        Organisation = "organisation",
        /// The staff groups that use this product.
        Users = "users",
    }
}

/// One outcome.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// The source's id, such as `T2-05`.
    pub id: String,
    /// The level to reach.
    pub level: Level,
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
    let audiences: Vec<&str> = Audience::ALL.iter().map(|one| one.as_str()).collect();
    let gates: Vec<&str> = Gate::ALL.iter().map(|one| one.as_str()).collect();
    let forces: Vec<&str> = Force::ALL.iter().map(|one| one.as_str()).collect();
    let read = TrainingTable {
        id: table.text("id"),
        title: table.text("title"),
        audience: table.required("audience", Audience::parse, &audiences).unwrap_or(Audience::Users),
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

fn read_outcomes(reader: &Reader<'_>) -> Vec<Outcome> {
    let levels: Vec<&str> = Level::ALL.iter().map(|one| one.as_str()).collect();
    let outcomes = reader.tables("outcome").into_iter().map(|table| {
        let level = table.required("level", Level::parse, &levels).unwrap_or(Level::Awareness);
        if let Some(kind) = table.optional("kind") {
            let skill = matches!(level, Level::Capable | Level::Proficient);
            if (kind == "skill") != skill {
                reader.report(Diagnostic::new(format!("`{}` is not a level of {kind}", level.as_str()), table.place(), "in this outcome"));
            }
        }
        for name in ["area", "topic"] {
            table.get(name);
        }
        let outcome = Outcome {
            id: table.text("id"),
            level,
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

//! Tables of training outcomes: whom they are for, and what staff must know or be able to do.

use crate::terms::{Archetype, Level};
use crate::text::{Diagnostic, Held, Span, Text, TomlFile, TomlTable};

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
pub struct LearningOutcome {
    /// The source's id, such as `T2-05`.
    pub id: Text,
    /// The level to reach; none where the source has lost it, so that no level is scored.
    pub level: Option<Level>,
    /// The area under which the source puts it.
    pub area: Text,
    /// The topic under which the source puts it; empty where it prints none.
    pub topic: Text,
    /// What the trained person knows or can do.
    pub asks: Text,
    /// Only where clinical decisions are made.
    pub clinical: bool,
    /// The question parts that hold what is to be taught.
    pub content_from: Held<[Text]>,
    /// The dossier fields that hold what is to be taught.
    pub content_fields: Held<[Text]>,
    /// The outcome that says the same in other words: counted once.
    pub same_as: Option<Text>,
    /// What a reader should know of the source here.
    pub note: Option<Text>,
    /// Its place.
    pub span: Span,
}

/// One table of outcomes.
#[derive(Debug, Clone)]
pub struct OutcomeTable {
    /// Its id, such as `T2`.
    pub id: Text,
    /// Its title.
    pub title: Text,
    /// Whom it is for.
    pub audience: Audience,
    /// The outcomes.
    pub outcomes: Held<[LearningOutcome]>,
}

/// Reads the outcomes of a file under the head of their table.
pub fn read_outcomes(head: &TomlTable<'_, '_>) -> OutcomeTable {
    OutcomeTable { id: head.text("id"), title: head.text("title"), audience: audience(head), outcomes: outcomes(head.file).into() }
}

fn audience(table: &TomlTable<'_, '_>) -> Audience {
    let words = ["organisation", "users", "archetype"];
    match table.required("audience", |text| words.iter().position(|word| *word == text), &words) {
        Some(0) => Audience::Organisation,
        Some(2) => table.required_choice::<Archetype>("archetype").map_or(Audience::Users, Audience::Archetype),
        _ => Audience::Users,
    }
}

fn outcomes(file: &TomlFile<'_>) -> Vec<LearningOutcome> {
    let outcomes = file.tables("outcome").into_iter().map(|table| {
        let lost = table.get("level").and_then(|node| file.tree.text(node)) == Some("unstated");
        let level = if lost { None } else { table.required_choice::<Level>("level") };
        if let (Some(kind), Some(level)) = (table.optional("kind"), level) {
            let skill = matches!(level, Level::Capable | Level::Proficient);
            if (kind == "skill") != skill {
                file.report(Diagnostic::new(format!("`{}` is not a level of {kind}", level.as_str()), table.place(), "in this outcome"));
            }
        }
        let outcome = LearningOutcome {
            id: table.text("id"),
            level,
            area: table.optional("area").unwrap_or_default(),
            topic: table.optional("topic").unwrap_or_default(),
            asks: table.text("asks"),
            clinical: table.flag("clinical"),
            content_from: table.texts("content_from"),
            content_fields: table.texts("content_fields"),
            same_as: table.optional("same_as"),
            note: table.optional("note"),
            span: table.place(),
        };
        table.finish();
        outcome
    });
    outcomes.collect()
}

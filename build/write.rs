//! Writes a book of rules as Rust: which types it is made of, and what they hold.

use std::path::Path;

use crate::fields::{Denies, Field, LeafShape, Record, Relations, Scalar, Schema, Shape};
use crate::rules::{
    Book, Check, Contradiction, FieldRead, Informs, Item, Marker, Naming, Operand, Pack, Part, Pattern, Piece, Prints, SharedCondition,
    Template, TrainingTable, When,
};
use crate::rust::{Code, Rust, Shared};
use crate::tables::{Audience, ClassGiven, ClassRule, EvidenceRule, Grid, ImdrfRow, LearningOutcome, MarkRule, OutcomeTable, RiskLevel};
use crate::tables::{Tables, Threshold};
use crate::terms::Period;
use crate::text::{Segment, Sources, Span};

/// The book as a Rust expression; the files it was read from lie below a folder.
pub fn book(book: &Book, root: &Path) -> String {
    let mut rust = Rust::default();
    book.code(&mut rust);
    let files: Vec<String> = book.sources.files().map(|file| file_code(root, &file.name)).collect();
    let mut text = format!("{{\nstatic FILES: [crate::text::SourceFile; {}] = [{}];\n", files.len(), files.join(",\n"));
    for (number, (kind, value)) in rust.statics.iter().enumerate() {
        text.push_str(&format!("static S{number}: {kind} = {value};\n"));
    }
    text + &rust.text + "\n}\n"
}

fn file_code(root: &Path, name: &str) -> String {
    format!("crate::text::SourceFile::built({name:?}, include_str!({:?}))", root.join(name))
}

impl Code for Sources {
    fn code(&self, to: &mut Rust) {
        to.put("crate::text::Sources::built(&FILES)");
    }
}

/// Records with all their fields: one that is left out here does not compile.
macro_rules! records {
    ($($stage:ident::$type:ident { $($field:ident),+ })+) => {
        $(impl Code for $type {
            fn code(&self, to: &mut Rust) {
                let $type { $($field),+ } = self;
                to.put(concat!("crate::", stringify!($stage), "::", stringify!($type), "{"));
                $(
                    to.put(concat!(stringify!($field), ":"));
                    $field.code(to);
                    to.put(",");
                )+
                to.put("}");
            }
        })+
    };
}

records! {
    text::Span { file, start, end }
    terms::Period { years, months, weeks, days }
    fields::Schema { root, provenance }
    fields::Record { name, doc, fields, key, also }
    fields::Field { name, shape, doc, keeper, relations, judged_by, read_by, about, formerly }
    fields::Relations { contradicted_by, refers_to, denies, not_above, day }
    fields::Denies { fields, says }
    fields::LeafShape { key, many, scalar }
    tables::Tables { evidence, marks, grids, class_rules, imdrf, thresholds, outcomes }
    tables::EvidenceRule { kind, version_bound, expires }
    tables::MarkRule {
        id, mark, legislation, nations, classes, recognised, until, declared_before, higher_under_eu_mdr, proposal, says, source, verified,
        checked
    }
    tables::Grid { id, cells, levels, source, verified }
    tables::RiskLevel { level, acceptable, needs_reason }
    tables::ClassRule {
        id, nations, rule, class, function, information_role, severity, autonomy, vital_parameters, vital_processes, drives_device, says,
        source, verified, checked
    }
    tables::ImdrfRow { severity, categories, source, verified }
    tables::Threshold { id, value, status, says, source, verified }
    tables::OutcomeTable { id, title, audience, outcomes }
    tables::LearningOutcome { id, level, area, topic, asks, clinical, content_from, content_fields, same_as, note, span }
    rules::Book {
        sources, schema, packs, digests, checks, items, informs, training, tables, circumstances, shared, sorted, parts, named_by
    }
    rules::SharedCondition { name, pattern, span }
    rules::Naming { item, parts }
    rules::Pack {
        id, title, short, version, publisher, document, source_date, reviewed, review_due, checked, audience, licence, nations, area, topic,
        cites, file, embedded
    }
    rules::Check {
        id, asks, when, met, gate, until, review_every, needs, who, waivable_by, gap, unanswered, action, why, evidence, example, cites,
        not_applicable, force, prints, pack, span
    }
    rules::Prints { open, failing }
    rules::Item { id, area, topic, asks, force, force_in, nations, when, parts, also_in, cites, note, pack, span }
    rules::Part { id, asks, kind, checks, places, numbers }
    rules::Informs { id, says, why, pack, span }
    rules::TrainingTable { table, when, gate, owner, force, pack }
    rules::When { pattern, number }
    rules::FieldRead { name, index, switch, leaf }
    rules::Contradiction { path, route }
}

impl Code for Template {
    fn code(&self, to: &mut Rust) {
        to.put("crate::rules::Template(");
        self.0.code(to);
        to.put(")");
    }
}

/// Types of which a value is one of several things: each with what it holds.
macro_rules! variants {
    ($($stage:ident::$type:ident { $($variant:ident $(($($held:ident),+))?),+ })+) => {
        $(impl Code for $type {
            fn code(&self, to: &mut Rust) {
                match self {
                    $($type::$variant $(($($held),+))? => {
                        to.put(concat!("crate::", stringify!($stage), "::", stringify!($type), "::", stringify!($variant)));
                        $(
                            to.put("(");
                            $(
                                $held.code(to);
                                to.put(",");
                            )+
                            to.put(")");
                        )?
                    })+
                }
            }
        })+
    };
}

variants! {
    text::Segment { Field(name), Member(key) }
    fields::Shape { Record(record), List(record), Table(shape), Leaf(leaf) }
    fields::Scalar { Text, Bool, Number, Count, Share, Date, Period, Evidence, Choice(words) }
    tables::Audience { Organisation, Users, Archetype(archetype) }
    tables::ClassGiven { OfDrivenDevice, Class(class) }
    rules::Operand { Text(text), Bool(yes), Number(number), Date(date) }
    rules::Marker { Beside(index), Route(route) }
    rules::Piece { Text(text), Path(path), Today }
    rules::Pattern {
        Unreadable, All(parts), Any(parts), Not(inner), Field(field, inner), Named(name, number), OneOf(operands), AtLeast(limit),
        AtMost(limit), Expired(past), WithinLast(period), Present, Answered, Judged(judgment), Some(inner), Every(inner, marker),
        None(inner, marker)
    }
}

macro_rules! shared {
    ($($stage:ident::$type:ident)+) => {
        $(impl Shared for $type {
            const TYPE: &'static str = concat!("crate::", stringify!($stage), "::", stringify!($type));
        })+
    };
}

shared! { fields::Schema fields::Record fields::Shape tables::OutcomeTable rules::Pattern }

//! The registered documents of one dossier for programs.

use std::borrow::Cow;

use schemars::JsonSchema;
use serde::Serialize;

use super::about::said_at;
use super::facts::Reasons;
use crate::assessment::Scene;
use crate::facts::{Document, Fact, Standing};
use crate::report::brief;
use crate::terms::EvidenceKind;

/// One registered document.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DocumentRow<'s> {
    /// Its id.
    pub id: Cow<'s, str>,
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'s, str>>,
    /// Its kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<EvidenceKind>,
    /// Where it lies.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<Cow<'s, str>>,
    /// Where it can be read online.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'s, str>>,
    /// The page or section that matters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Cow<'s, str>>,
    /// The version of the product it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<Cow<'s, str>>,
    /// The day it was issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<Cow<'s, str>>,
    /// The last day it is valid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Cow<'s, str>>,
    /// The SHA-256 of the file that was found, in hexadecimal digits.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<&'s str>,
    /// How many days ago it was issued.
    pub age_days: Known<i64>,
    /// Whether its file lies in the dossier's folder and can be read.
    pub resolves: Known<bool>,
    /// Whether the file is the one that was registered.
    pub unchanged: Known<bool>,
    /// Whether it has not ended, where it says when it does.
    pub in_date: Known<bool>,
    /// Whether it is about the version offered, or one accepted as equivalent, where it names one.
    pub this_version: Known<bool>,
    /// Whether it can show anything; the reason is its state in words.
    pub shows: Known<bool>,
}

/// A fact about a document.
#[derive(Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Known<T> {
    /// The value; left out where it cannot be worked out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<T>,
    /// Why it is so, or why it cannot be said: a reason, by number.
    pub why: u32,
}

/// The registered documents, in the order of the dossier.
pub(super) fn document_rows<'s>(scene: &'s Scene<'_>, reasons: &mut Reasons<'s>) -> Vec<DocumentRow<'s>> {
    let rows = scene.known.register.documents.iter().enumerate();
    rows.map(|(at, document)| document_row(scene, document, at, reasons)).collect()
}

fn known<'s, T: Clone>(fact: &'s Fact<T>, reasons: &mut Reasons<'s>) -> Known<T> {
    Known { value: fact.value.clone(), why: reasons.number(Cow::Borrowed(&fact.why)) }
}

fn document_row<'s>(scene: &'s Scene<'_>, document: &'s Document, at: usize, reasons: &mut Reasons<'s>) -> DocumentRow<'s> {
    let facts = &scene.known.facts.evidence.rows[at];
    let tree = &scene.bound.tree;
    let child = |key: &str| tree.child(document.node, key);
    let said = |key: &str| child(key).and_then(|node| said_at(scene, node));
    let sha256 = match &document.standing {
        Standing::NoHash(found) | Standing::Changed(found) => Some(&**found),
        Standing::NoFile | Standing::Missing | Standing::Outside | Standing::Unreadable(_) => None,
        _ => child("sha256").and_then(|node| tree.text(node)),
    };
    DocumentRow {
        id: brief::name(&document.id),
        title: said("title"),
        kind: document.kind,
        file: said("file"),
        url: said("url"),
        page: said("page"),
        version: said("product_version"),
        issued: said("issued"),
        expires: said("expires"),
        sha256,
        age_days: known(&facts.age_days, reasons),
        resolves: known(&facts.resolves, reasons),
        unchanged: known(&facts.unchanged, reasons),
        in_date: known(&facts.in_date, reasons),
        this_version: known(&facts.this_version, reasons),
        shows: known(&facts.shows, reasons),
    }
}

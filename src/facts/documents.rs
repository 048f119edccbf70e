//! Every registered document as facts: whether it is there, unchanged, issued, in date and about the version offered.

use std::borrow::Cow;

use super::evidence::{Register, Standing};
use super::fact::{Fact, Name, Rows, facts};
use super::files::FileState;
use super::seen::FactKind;
use super::{Inputs, Versions};
use crate::dossier::answer::{Date, Said};
use crate::dossier::evidence::EvidenceItem;
use crate::terms::{EquivalentFor, EvidenceKind, long_date};
use crate::text::NodeId;

facts! {
    /// One registered document.
    DocumentFacts, found by "id" {
        /// Its id.
        id: Name,
        /// Its kind.
        kind: Fact<EvidenceKind>,
        /// Whether its file lies in the dossier's folder and can be read.
        resolves: Fact<bool>,
        /// Whether the file is the one that was registered.
        unchanged: Fact<bool>,
        /// The day it was issued.
        issued: Fact<Date>,
        /// The last day it is valid, where it says one.
        expires: Fact<Date>,
        /// How many days ago it was issued.
        age_days: Fact<i64>,
        /// Whether it has not ended, where it says when it does.
        in_date: Fact<bool>,
        /// Whether it is about the version offered, or one accepted as equivalent, where it names one.
        this_version: Fact<bool>,
        /// Whether it can show anything.
        shows: Fact<bool>,
        /// The support it gives an answer that names it: evidenced, or asserted as if it were not there.
        support: Fact<String>,
    }
}

/// The facts of every registered document.
pub(super) fn documents(inputs: Inputs<'_>, versions: &Versions, register: &Register) -> Rows<DocumentFacts> {
    let rows = inputs.dossier.evidence.entries.iter().map(|(id, node, item)| {
        let state = inputs.files.get(id);
        let standing = register.document(id).map(|document| &document.standing);
        let evidenced = standing.is_some_and(Standing::shows);
        DocumentFacts {
            id: Name(id.clone()),
            kind: Fact::stated(item.kind.get().copied(), [item.kind.node, Some(*node)]),
            resolves: resolves(*node, state),
            unchanged: unchanged(*node, item, state),
            issued: Fact::stated(item.issued.get().copied(), [item.issued.node, Some(*node)]),
            expires: Fact::stated(item.expires.get().copied(), [item.expires.node, Some(*node)]),
            age_days: age(inputs, *node, item),
            in_date: in_date(inputs, *node, item),
            this_version: this_version(versions, *node, item),
            shows: match standing {
                Some(standing) => shown(inputs, versions, *node, standing, item),
                None => Fact::unknown([Some(*node)], "it is not registered"),
            },
            support: Fact::is(
                if evidenced { "evidenced" } else { "asserted" }.into(),
                [Some(*node)],
                "where a check accepts its kind; an answer that the adopter has examined is reviewed",
            ),
        }
    });
    Rows { rows: rows.collect(), none: None }
}

/// The standing in words. What a document says of itself although its kind need not, where that no longer fits, is a query.
fn shown(inputs: Inputs<'_>, versions: &Versions, node: NodeId, standing: &Standing, item: &EvidenceItem) -> Fact<bool> {
    let ended = matches!(&item.expires.said, Said::Is(date) if date.0 < inputs.as_of);
    let version = item.product_version.get().filter(|version| versions.current(version, EquivalentFor::Validation) == Some(false));
    let doubt = match version {
        _ if *standing != Standing::Shows => None,
        _ if ended => Some("it says that it has ended".to_string()),
        version => version.map(|version| format!("it names version {}", version.0)),
    };
    let shows = |why: Cow<'static, str>| Fact::is(*standing == Standing::Shows, [Some(node)], why);
    match doubt {
        None => shows(standing.words()),
        Some(doubt) => {
            let queried = shows(format!("there and unchanged; {doubt}, which documents of its kind need not do: look at it").into());
            Fact { kind: FactKind::Query, ..queried }
        }
    }
}

fn resolves(node: NodeId, state: Option<&FileState>) -> Fact<bool> {
    let (yes, why) = match state {
        Some(FileState::Found { .. }) => (true, "its file is there".into()),
        Some(FileState::Missing) => (false, Standing::Missing.words()),
        Some(FileState::Outside) => (false, Standing::Outside.words()),
        Some(FileState::Unreadable(why)) => (false, Standing::Unreadable(why.clone()).words()),
        None => return Fact::unknown([Some(node)], Standing::NoFile.words()),
    };
    Fact::is(yes, [Some(node)], why)
}

fn unchanged(node: NodeId, item: &EvidenceItem, state: Option<&FileState>) -> Fact<bool> {
    let from = [item.sha256.node, Some(node)];
    match (item.sha256.get(), state) {
        (Some(given), Some(FileState::Found { sha256, .. })) => {
            let same = given.eq_ignore_ascii_case(sha256);
            Fact::is(same, from, if same { "its sha256 is the one registered" } else { "its sha256 is not the one registered" })
        }
        _ => Fact::unknown(from, "its file, or the sha256 it was registered with, is not known"),
    }
}

fn age(inputs: Inputs<'_>, node: NodeId, item: &EvidenceItem) -> Fact<i64> {
    let from = [item.issued.node, Some(node)];
    let Some(issued) = item.issued.get().map(|issued| issued.0) else { return Fact::unknown(from, Standing::NoIssue.words()) };
    let days = (inputs.as_of - issued).get_days();
    Fact::is(i64::from(days), from, format_args!("it was issued on {}", long_date(issued)))
}

fn in_date(inputs: Inputs<'_>, node: NodeId, item: &EvidenceItem) -> Fact<bool> {
    let from = [item.expires.node, Some(node)];
    match &item.expires.said {
        Said::Is(date) => {
            let held = date.0 >= inputs.as_of;
            Fact::is(held, from, format_args!("it {} on {}", if held { "ends" } else { "ended" }, long_date(date.0)))
        }
        Said::None(reason) => Fact::is(true, from, format_args!("it is said to have no end: {reason}")),
        _ => Fact::unknown(from, "it does not say when it ends"),
    }
}

fn this_version(versions: &Versions, node: NodeId, item: &EvidenceItem) -> Fact<bool> {
    let from = [item.product_version.node, Some(node)];
    let Some(version) = item.product_version.get() else { return Fact::unknown(from, "it does not name a version of the product") };
    let current = versions.current(version, EquivalentFor::Validation);
    Fact::maybe(
        current,
        from,
        format!("it is about version {}; {} is offered", version.0, versions.offered_words().unwrap_or("no stated version".into())),
    )
}

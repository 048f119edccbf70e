//! What the program computes with of the section `adopter`; `rules/dossier/adopter.toml` declares all of it.

use std::collections::BTreeSet;

use super::answer::{Answer, Statement, View};
use super::bound::{Bound, State};
use super::view::view;
use crate::fields::Shape;
use crate::terms::{Choice, Gate, Nation, Role};
use crate::text::NodeId;

view! {
    /// Who buys and deploys the product, at which stage, and who answers for it there.
    Adopter {
        /// The organisation that deploys the product and answers for its safe use.
        organisation: Statement,
        /// The nation in which the product is used; law and standards differ.
        nation: Answer<Nation>,
        /// The decision being prepared now, which ends the present stage of adoption.
        stage: Answer<Gate>,
        /// Who holds each role.
        people: People,
    }
}

/// The roles for which the adopter names a person; the supplier is not one of the adopter's people.
#[derive(Debug, Default)]
pub struct People {
    named: BTreeSet<Role>,
}

impl People {
    /// Whether the adopter names who holds a role.
    pub fn named(&self, role: Role) -> bool {
        self.named.contains(&role)
    }

    /// The roles of the adopter's people.
    fn roles() -> impl Iterator<Item = Role> {
        Role::ALL.iter().copied().filter(|role| *role != Role::Supplier)
    }
}

impl View for People {
    fn read(bound: &Bound<'_>, node: Option<NodeId>) -> People {
        let named = |role: &Role| {
            let person = node.and_then(|node| bound.tree.child(node, role.as_str()));
            let name = person.and_then(|person| bound.tree.child(person, "name"));
            name.is_some_and(|name| matches!(bound.state(name), State::Said(_)))
        };
        People { named: People::roles().filter(named).collect() }
    }

    fn differences(shape: &Shape, at: &str, found: &mut Vec<String>) {
        let Shape::Record(record) = shape else { return found.push(format!("{at} is no record")) };
        let missing = People::roles().filter(|role| record.field(role.as_str()).is_none());
        found.extend(missing.map(|role| format!("{at} has no field {role}")));
    }
}

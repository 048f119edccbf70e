//! A figure with its 95% interval, as facts that share one reason.

use super::fact::{Fact, facts};
use super::why::Why;
use crate::text::NodeId;

facts! {
    /// A figure with its 95% interval, as plain values that share one reason.
    Estimate {
        /// The estimate.
        estimate: Fact<f64>,
        /// The lower end of its 95% interval.
        lower: Fact<f64>,
        /// The upper end.
        upper: Fact<f64>,
        /// The method of the interval.
        method: Fact<String>,
        /// The number it was counted in.
        n: Fact<u64>,
    }
}

impl Estimate {
    /// A figure that may lack an interval or a number, with its reason.
    pub fn new(
        estimate: Option<f64>,
        interval: Option<(f64, f64)>,
        method: &str,
        n: Option<u64>,
        from: &[Option<NodeId>],
        why: impl Into<Why>,
    ) -> Estimate {
        let estimate = Fact::figure(estimate, from.iter().copied(), why);
        Estimate {
            lower: estimate.with(interval.map(|(lower, _)| lower)),
            upper: estimate.with(interval.map(|(_, upper)| upper)),
            method: estimate.with(interval.map(|_| method.to_string())),
            n: estimate.with(n),
            estimate,
        }
    }

    /// A figure that cannot be worked out, and why.
    pub fn unknown(from: &[Option<NodeId>], why: impl Into<Why>) -> Estimate {
        Estimate::new(None, None, "", None, from, why)
    }

    /// The estimate with its interval, when both are known.
    pub fn interval(&self) -> Option<(f64, f64, f64)> {
        Some((self.estimate.value?, self.lower.value?, self.upper.value?))
    }

    /// `0.930 (0.902 to 0.950)`, with so many decimals; or that it is not known.
    pub fn words(&self, decimals: usize) -> String {
        match (self.estimate.value, self.lower.value.zip(self.upper.value)) {
            (Some(value), Some((lower, upper))) => format!("{value:.decimals$} ({lower:.decimals$} to {upper:.decimals$})"),
            (Some(value), None) => format!("{value:.decimals$} (no interval can be given)"),
            _ => "not known".into(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::fact::Rows;
    use super::super::seen::{Declared, FactField, FactRecord, FactValue, Seen};
    use super::{Estimate, Fact};
    use crate::fields::{Scalar, Shape};

    #[test]
    fn a_record_of_facts_is_declared_and_seen_field_by_field() {
        let record = Estimate::record();
        assert_eq!((record.name.as_str(), record.fields.len()), ("Estimate", 5));
        assert_eq!(record.fields[0].doc, "The estimate.");
        assert!(matches!(&record.fields[4].shape, Shape::Leaf(leaf) if leaf.scalar == Scalar::Count && leaf.key == "is"));
        let row = Estimate::new(Some(0.9), None, "Wilson", Some(10), &[], "counted");
        assert_eq!(row.names(), ["estimate", "lower", "upper", "method", "n"]);
        let values: Vec<Option<FactValue<'_>>> = (0..5)
            .map(|at| match row.field(at) {
                Seen::Fact(fact) => fact.value,
                _ => None,
            })
            .collect();
        assert_eq!(values, [Some(FactValue::Number(0.9)), None, None, None, Some(FactValue::Count(10))]);
    }

    #[test]
    fn a_list_of_facts_is_seen_member_by_member() {
        let rows = Rows { rows: vec![Estimate::unknown(&[], "nobody counted")], none: None };
        let Seen::List(list) = rows.seen() else { panic!("a list is seen as one") };
        assert_eq!((list.len(), list.is_empty(), list.none()), (1, false, None));
        assert!(matches!(list.row(0).field(0), Seen::Fact(fact) if &**fact.why == "nobody counted" && fact.figure));
        assert!(matches!(Fact::stated(Some(true), []).seen(), Seen::Fact(fact) if fact.value == Some(FactValue::Bool(true))));
    }
}

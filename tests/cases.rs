//! Every check has a dossier that meets it, one that does not, one of which nobody knows, and where it has
//! a condition, one it does not apply to. Each check is assessed alone.

mod complete;

use complete::{Case, apply, book, cases, complete, files, remove, with};
use readiness::assessment::Outcome;
use readiness::facts::Files;
use readiness::rules::{Book, Check, Pattern};
use readiness::text::write_path;
use serde_yaml::Value;

struct Bench {
    book: Book,
    files: Files,
    complete: Value,
    wrong: Vec<String>,
}

impl Bench {
    fn outcome(&self, value: &Value, id: &str) -> (Outcome, String) {
        with(&self.book, &self.files, value, id, |scene, finding| {
            (finding.outcome, format!("{:?} {:?}", finding.reason, scene.message(finding)))
        })
    }

    fn expect(&mut self, value: &Value, id: &str, wanted: Outcome, what: &str) {
        let (found, why) = self.outcome(value, id);
        if found != wanted {
            self.wrong.push(format!("{id}: {what} should be {}, is {}: {why}", wanted.as_str(), found.as_str()));
        }
    }

    fn patched(&self, edits: &[complete::Edit]) -> Value {
        let mut value = self.complete.clone();
        edits.iter().for_each(|edit| apply(&mut value, edit));
        value
    }

    fn check(&mut self, check: &Check, case: &Case) {
        let id = check.id.as_str();
        let bases: Vec<Value> =
            if case.met.is_empty() { vec![self.complete.clone()] } else { case.met.iter().map(|edits| self.patched(edits)).collect() };
        for base in &bases {
            self.expect(base, id, Outcome::Met, "the dossier that meets it");
        }
        match (&case.not_met, self.book.can_be_false(&check.met)) {
            (Some(edits), true) => {
                let value = self.patched(edits);
                self.expect(&value, id, Outcome::NotMet, "the dossier that does not meet it");
            }
            (None, true) => self.wrong.push(format!("{id}: can be not met, and has no case for it")),
            (Some(_), false) => self.wrong.push(format!("{id}: can never be not met, and has a case for it")),
            (None, false) => {}
        }
        let at_times = check.when.is_some() || check.not_applicable || self.book.items_of(id).all(|(item, _)| item.when.is_some());
        match (&case.not_applicable, at_times) {
            (Some(edits), true) => {
                let value = self.patched(edits);
                self.expect(&value, id, Outcome::NotApplicable, "the dossier it does not apply to");
            }
            (None, true) => self.wrong.push(format!("{id}: has a condition, and no case where it does not apply")),
            (Some(_), false) => self.wrong.push(format!("{id}: has no condition, and a case where it does not apply")),
            (None, false) => {}
        }
        self.deleted(check, &bases[0]);
    }

    /// Deleting all paths of `met` leaves unknown; deleting any one of them never makes it worse than unknown or false.
    fn deleted(&mut self, check: &Check, base: &Value) {
        let paths = self.paths(check, base);
        let mut all = base.clone();
        for path in &paths {
            remove(&mut all, path);
            let mut one = base.clone();
            remove(&mut one, path);
            let (found, why) = self.outcome(&one, &check.id);
            if !matches!(found, Outcome::Met | Outcome::Unknown) {
                self.wrong.push(format!("{}: without {path} it is {}: {why}", check.id, found.as_str()));
            }
        }
        self.expect(&all, &check.id, Outcome::Unknown, &format!("the dossier without {paths:?}"));
    }

    /// The places in the dossier that `met` reads: of a list, the list; of a fact, its inputs.
    fn paths(&self, check: &Check, base: &Value) -> Vec<String> {
        let mut paths = Vec::new();
        let mut patterns = vec![&check.met];
        check.met.walk(&mut Vec::new(), &mut |_, leaf| {
            if let Pattern::Named(name) = leaf {
                patterns.push(&self.book.conditions[name]);
            }
        });
        for pattern in patterns {
            pattern.each_path(&mut |path| {
                if path.first().is_some_and(|first| first != "facts") {
                    paths.push(self.cut_at_list(path));
                }
            });
        }
        let inputs = with(&self.book, &self.files, base, &check.id, |scene, finding| {
            let nodes = finding.reads.iter().filter_map(|read| scene.known.notes.get(&read.node)).flat_map(|note| note.from.clone());
            nodes.map(|node| write_path(&scene.path(node))).collect::<Vec<_>>()
        });
        paths.extend(inputs);
        paths.sort();
        paths.dedup();
        paths
    }

    fn cut_at_list(&self, path: &[String]) -> String {
        use readiness::dossier::schema::field_at;
        use readiness::fields::Shape;
        use readiness::text::Segment;
        let segments: Vec<Segment> = path.iter().cloned().map(Segment::Field).collect();
        let end = (1..=segments.len())
            .find(|end| matches!(field_at(&segments[..*end]).map(|field| &field.shape), Some(Shape::List(_) | Shape::Table(_))));
        path[..end.unwrap_or(path.len())].join(".")
    }
}

#[test]
fn every_check_is_met_failed_unknown_and_left_out_as_its_case_says() {
    let mut bench = Bench { book: book(), files: files(), complete: complete(), wrong: Vec::new() };
    let cases = cases();
    let checks: Vec<Check> = bench.book.checks.clone();
    for id in cases.keys() {
        assert!(bench.book.check(id).is_some(), "there is a case for {id}, and no such check");
    }
    for check in &checks {
        match cases.get(&check.id) {
            Some(case) => bench.check(check, case),
            None => bench.wrong.push(format!("{}: has no case", check.id)),
        }
    }
    assert!(bench.wrong.is_empty(), "{} of {} checks:\n{}", bench.wrong.len(), checks.len(), bench.wrong.join("\n"));
}

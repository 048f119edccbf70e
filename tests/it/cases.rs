//! Two tests for each check, under its name: `cases::<check>` holds it to its cases (a dossier that meets it, one that does not, one of
//! which nobody knows, and where it has a condition, one it does not apply to); `removals::<check>` to the promise in its sharpest
//! form: from every case, no entry that the check reads can be removed so that it becomes better or does not apply.

mod complete;
mod removals;

use complete::cases::Case;
use complete::{Draft, Edit, book, cases, complete, with};
use libtest_mimic::{Arguments, Failed, Trial};
use readiness::assessment::{At, Outcome, message};
use readiness::dossier::{Loaded, Unreadable};
use readiness::fields::Shape;
use readiness::rules::{Check, Pattern};
use readiness::text::{Segment, Text, write_path};

struct Bench<'a> {
    check: &'a Check,
    case: &'a Case,
    wrong: Vec<String>,
}

impl Bench<'_> {
    fn expect(&mut self, loaded: Result<Loaded<'static>, Unreadable>, wanted: Outcome, what: &str) {
        let (found, why) = outcome(loaded, self.check);
        if found != wanted {
            self.wrong.push(format!("{what} should be {}, is {}: {why}", wanted.as_str(), found.as_str()));
        }
    }

    fn hold(&mut self) {
        let (check, case) = (self.check, self.case);
        let met: Vec<Draft> = match case.met.as_slice() {
            [] => vec![complete().clone()],
            several => several.iter().map(|edits| complete().edited(edits)).collect(),
        };
        for draft in &met {
            self.expect(draft.load(), Outcome::Met, "the dossier that meets it");
        }
        match (&case.not_met, book().can_be_false(&check.met)) {
            (Some(edits), true) => {
                let draft = complete().edited(edits);
                self.expect(draft.load(), Outcome::NotMet, "the dossier that does not meet it");
                self.expect(draft.load_through_text(), Outcome::NotMet, "the same, written and read again,");
            }
            (None, true) => self.wrong.push("it can be not met, and has no case for it".into()),
            (Some(_), false) => self.wrong.push("it can never be not met, and has a case for it".into()),
            (None, false) => {}
        }
        let at_times = check.when.is_some() || check.not_applicable || book().items_of(&check.id).all(|(item, _)| item.when.is_some());
        match (&case.not_applicable, at_times) {
            (Some(edits), true) => self.expect(complete().edited(edits).load(), Outcome::NotApplicable, "the dossier it does not apply to"),
            (None, true) => self.wrong.push("it has a condition, and no case where it does not apply".into()),
            (Some(_), false) => self.wrong.push("it has no condition, and a case where it does not apply".into()),
            (None, false) => {}
        }
        self.deleted(&met[0]);
    }

    /// Deleting all paths of `met` leaves unknown; deleting any one of them never makes it worse than unknown or false.
    fn deleted(&mut self, draft: &Draft) {
        let paths = paths(self.check, draft);
        let mut all = draft.clone();
        for path in &paths {
            let edit = Edit::remove(path);
            all.apply(&edit);
            let (found, why) = outcome(draft.edited([&edit]).load(), self.check);
            if !matches!(found, Outcome::Met | Outcome::Unknown) {
                self.wrong.push(format!("without {path} it is {}: {why}", found.as_str()));
            }
        }
        self.expect(all.load(), Outcome::Unknown, &format!("the dossier without {paths:?}"));
    }
}

fn outcome(loaded: Result<Loaded<'static>, Unreadable>, check: &Check) -> (Outcome, String) {
    with(loaded, &check.id, |scene, finding| (finding.outcome, format!("{:?} {:?}", finding.reason, message(scene, finding))))
}

/// The places in the dossier that `met` reads: of a list, the list; of a fact, its inputs.
fn paths(check: &Check, draft: &Draft) -> Vec<String> {
    let mut paths = Vec::new();
    let mut patterns = vec![&check.met];
    check.met.walk(&mut Vec::new(), &mut |_, leaf| {
        if let Pattern::Named(name, _) = leaf {
            patterns.push(book().condition(name).expect("it is there"));
        }
    });
    for pattern in patterns {
        pattern.each_path(&mut |path| {
            if path.first().is_some_and(|first| first != "facts") {
                paths.push(cut_at_list(path));
            }
        });
    }
    let inputs = with(draft.load(), &check.id, |scene, finding| {
        let nodes = finding.reads.iter().filter_map(|read| if let At::Known(fact) = read.at { Some(fact.from) } else { None }).flatten();
        nodes.map(|node| write_path(&scene.path(*node))).collect::<Vec<_>>()
    });
    paths.extend(inputs);
    paths.sort();
    paths.dedup();
    paths
}

/// The path up to its first list, whose members are removed together.
fn cut_at_list(path: &[Text]) -> String {
    let segments: Vec<Segment> = path.iter().cloned().map(Segment::Field).collect();
    let list =
        |end: &usize| matches!(book().schema.field_at(&segments[..*end]).map(|field| &field.shape), Some(Shape::List(_) | Shape::Table(_)));
    path[..(1..=segments.len()).find(list).unwrap_or(path.len())].join(".")
}

fn held(check: &Check, case: &Case) -> Result<(), Failed> {
    let mut bench = Bench { check, case, wrong: Vec::new() };
    bench.hold();
    if bench.wrong.is_empty() { Ok(()) } else { Err(bench.wrong.join("\n").into()) }
}

fn main() {
    let cases: &'static _ = Box::leak(Box::new(cases()));
    let strays = move || match cases.keys().find(|id| book().check(id).is_none()) {
        Some(stray) => Err(format!("there is a case for {stray}, and no such check").into()),
        None => Ok(()),
    };
    let mut trials = vec![Trial::test("every_case_is_of_a_check", strays)];
    for check in &book().checks {
        let case = cases.get(&*check.id);
        let case = move || case.ok_or_else(|| Failed::from(format!("{} has no case", check.id)));
        trials.push(Trial::test(format!("cases::{}", check.id), move || held(check, case()?)));
        trials.push(Trial::test(format!("removals::{}", check.id), move || removals::held(check, case()?)));
    }
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

//! Draws a view for people in a terminal, at a given width, with or without colour.

use anstyle::{AnsiColor, Style};

use super::beside::{coming, contradictions, here, worth_knowing};
use super::detail::{detail, worked_out};
use super::open::{blockers, gaps, training, unanswered};
use crate::assessment::Assessment;
use crate::report::page::Page;
use crate::report::room::Part;
use crate::report::view::View;
use crate::report::wish::Wish;
use crate::text::Sources;

/// The columns at which the lines of a report are counted.
const COLUMNS: usize = 100;

/// A verdict that is ready.
const READY: Style = AnsiColor::Green.on_default().bold();
/// A verdict that is not.
const NOT_READY: Style = AnsiColor::Red.on_default().bold();

/// Draws what a reader asked for.
pub fn terminal(assessment: &Assessment<'_>, wish: &Wish, width: usize, colour: bool) -> String {
    let sources = assessment.sources();
    let mut measured = Part::ALL.map(|_| String::new());
    let view = View::fitted(assessment, wish, |view, part| {
        let text = drawn(view, &[part], sources, COLUMNS, colour);
        let lines = text.bytes().filter(|byte| *byte == b'\n').count();
        measured[part as usize] = text;
        lines
    });
    // What was measured is not drawn again where it is as wide as it must be.
    if width == COLUMNS && !wish.detail { measured.concat() } else { drawn(&view, &Part::ALL, sources, width, colour) }
}

fn drawn(view: &View<'_>, parts: &[Part], sources: &Sources, width: usize, colour: bool) -> String {
    let mut page = Page::new(width, colour);
    parts.iter().for_each(|part| draw(&mut page, view, *part, sources));
    page.text
}

fn draw(page: &mut Page, view: &View<'_>, part: Part, sources: &Sources) {
    match part {
        Part::Head => head(page, view),
        Part::WorthKnowing => worth_knowing(page, view),
        Part::Blockers => blockers(page, view, sources),
        Part::Unanswered => unanswered(page, view),
        Part::Gaps => gaps(page, view),
        Part::Training => training(page, view),
        Part::Here => here(page, view),
        Part::Contradictions => contradictions(page, view),
        Part::Coming => coming(page, view),
        Part::WorkedOut => worked_out(page, view),
        Part::Detail => detail(page, view),
        Part::Foot => foot(page, view),
    }
}

fn head(page: &mut Page, view: &View<'_>) {
    page.wrapped("", "  ", &view.title);
    page.wrapped("", "  ", &view.occasion);
    if let Some(reader) = &view.reader {
        page.line(&format!("Narrowed to what is for: {reader}; verdict and counts are of the whole dossier"));
    }
    let verdict = page.painted(if view.ready { READY } else { NOT_READY }, &view.verdict);
    page.line("");
    page.line(&verdict);
    page.line("");
    view.counts.iter().for_each(|(label, text)| page.labelled(label, text));
}

fn foot(page: &mut Page, view: &View<'_>) {
    page.line("");
    page.wrapped("", "  ", &format!("Packs: {}", view.packs));
    if view.reader.is_none() {
        page.line("Next: --for supplier --detail lists what to ask the supplier; `readiness explain ID` explains one.");
    }
    page.line("This is not legal advice; it reports what the dossier says on the date given.");
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use super::{COLUMNS, Part, View, Wish, drawn, terminal};
    use crate::assessment::{Asked, Case};
    use crate::facts::Files;
    use crate::packs::load_book;
    use crate::terms::{Choice, Gate};
    use crate::text::Limits;

    /// Each part is measured once, and again only where something of it gave way; what was measured is what is drawn.
    fn fits(case: &Case<'_>, text: &[u8]) {
        let loaded = case.load(vec![("dossier.yaml".into(), text.to_vec())], Limits::default()).expect("an example can be read");
        let known = case.work_out(&loaded, &Files::default());
        let assessment = case.assess(&loaded, &known);
        let sources = assessment.sources();
        let measured: RefCell<Vec<Vec<usize>>> = RefCell::new(vec![Vec::new(); Part::ALL.len()]);
        let view = View::fitted(&assessment, &Wish::default(), |view, part| {
            let lines = drawn(view, &[part], sources, COLUMNS, false).lines().count();
            measured.borrow_mut()[part as usize].push(lines);
            lines
        });
        let measured = measured.into_inner();
        let last: Vec<usize> = measured.iter().map(|heights| heights[heights.len() - 1]).collect();
        let whole = drawn(&view, &Part::ALL, sources, COLUMNS, false);
        assert_eq!(terminal(&assessment, &Wish::default(), COLUMNS, false), whole);
        let drawn = whole.lines().count();
        assert_eq!(drawn, last.iter().sum::<usize>());
        assert!(drawn <= 100, "{drawn} lines at {:?}", case.asked.gate);
        assert!(measured.iter().all(|heights| heights.is_sorted_by(|earlier, later| later <= earlier)), "{measured:?}");
        assert!(measured.iter().map(Vec::len).sum::<usize>() <= 31);
    }

    #[test]
    fn a_report_is_fitted_by_adding_the_heights_of_its_parts() {
        let book = load_book(&[]).expect("the embedded packs are sound");
        let texts: [&[u8]; 3] = [
            include_bytes!("../../../examples/tri-x/dossier.yaml"),
            include_bytes!("../../../examples/lapsed/dossier.yaml"),
            include_bytes!("../../../examples/qxr/dossier.yaml"),
        ];
        for (gate, text) in Gate::ALL.iter().flat_map(|gate| texts.iter().map(move |text| (*gate, text))) {
            let asked = Asked { gate: Some(gate), ..Asked::default() };
            fits(&Case { book: &book, as_of: jiff::civil::date(2026, 11, 22), asked }, text);
        }
    }
}

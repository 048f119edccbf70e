//! Shares of a local population read from a registered CSV file in the columns of public census tables.

use std::collections::BTreeMap;

use super::Inputs;
use super::files::FileState;
use crate::dossier::Dossier;
use crate::text::NodeId;

/// The share of each category, from 0 to 1.
pub(super) type Shares = BTreeMap<String, f64>;

/// The columns of the table: `female_pct`, `age_15-24_pct`, `eth_white_pct`; a derived column ends in `_pct_derived`.
fn category(column: &str, variable: &str) -> Option<String> {
    let name = column.strip_suffix("_pct").or_else(|| column.strip_suffix("_pct_derived"))?;
    match variable {
        "sex" => ["female", "male", "intersex"].contains(&name).then(|| name.to_string()),
        "age" => name.strip_prefix("age_").map(|band| band.replace("plus", "+")),
        _ => name.strip_prefix("eth_").map(|group| group.replace('_', " ")),
    }
}

/// The ids of the documents that a dossier reads as tables.
pub fn wanted_tables(dossier: &Dossier) -> Vec<String> {
    dossier.local.population.table.document.get().map(|id| id.0.clone()).into_iter().collect()
}

/// The shares of one variable for the area that the dossier names, with their places; why there are none, otherwise.
pub(super) fn census_shares(inputs: Inputs<'_>, variable: &str) -> Result<(Shares, Vec<Option<NodeId>>), String> {
    let table = &inputs.dossier.local.population.table;
    let (Some(document), Some(area)) = (table.document.get(), table.area.get()) else {
        return Err(format!("the shares of the people here by {variable} are not stated"));
    };
    let Some(FileState::Found { text: Some(text), .. }) = inputs.files.get(&document.0) else {
        return Err(format!("the table {} of the people here cannot be read", document.0));
    };
    let mut reader = csv::ReaderBuilder::new().flexible(true).trim(csv::Trim::All).from_reader(text.as_bytes());
    let headers = reader.headers().map_err(|_| format!("the table {} has no line of columns", document.0))?.clone();
    let column = |name: &str| headers.iter().position(|header| header.eq_ignore_ascii_case(name));
    let keys: Vec<usize> = ["code", "name"].into_iter().filter_map(column).collect();
    let row = reader
        .records()
        .filter_map(Result::ok)
        .find(|row| keys.iter().any(|at| row.get(*at).is_some_and(|field| field.eq_ignore_ascii_case(area.0.trim()))));
    let Some(row) = row else { return Err(format!("the table {} has no line for {}", document.0, area.0)) };
    let mut shares = BTreeMap::new();
    for (at, header) in headers.iter().enumerate() {
        let Some(name) = category(&header.to_lowercase(), variable) else { continue };
        match row.get(at).and_then(|field| field.parse::<f64>().ok()).filter(|share| (0.0..=100.0).contains(share)) {
            Some(share) => {
                shares.insert(name, share / 100.0);
            }
            None => return Err(format!("the table {} has no share in the column {header} for {}", document.0, area.0)),
        }
    }
    if shares.is_empty() {
        return Err(format!("the table {} has no columns by {variable}", document.0));
    }
    Ok((shares, vec![table.document.node, table.area.node]))
}

#[cfg(test)]
mod tests {
    use super::category;

    #[test]
    fn columns_of_census_tables_name_their_categories() {
        assert_eq!(category("female_pct", "sex").as_deref(), Some("female"));
        assert_eq!(category("age_75plus_pct", "age").as_deref(), Some("75+"));
        assert_eq!(category("eth_other_pct_derived", "ethnicity").as_deref(), Some("other"));
        assert_eq!(category("age_sum", "age"), None);
        assert_eq!(category("population", "sex"), None);
    }
}

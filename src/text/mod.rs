//! Text in, one tree of nodes out: every key and value knows its file and its place.

mod diagnostic;
mod held;
mod limits;
mod node;
mod place;
mod placeholder;
mod plain;
mod scan;
mod source;
mod spelling;
mod toml;
mod toml_table;
mod tree;
mod visible;
mod work;
mod yaml;

pub use diagnostic::Diagnostic;
pub use held::{Held, Text};
pub use limits::Limits;
pub use node::{Kind, NodeId};
pub use place::{Segment, parse_path, write_path};
pub use placeholder::{EDITOR_PLACEHOLDERS, null, placeholder};
pub use plain::read_plain;
pub use source::{FileId, Position, SourceFile, Sources, Span};
pub use spelling::nearest;
pub use toml::parse_toml;
pub use toml_table::{TomlFile, TomlTable};
pub use tree::{Tree, unanswered};
pub use visible::{visible, visible_line};
pub(crate) use work::step;
pub use work::steps;
pub use yaml::{parse_yaml, read_full};

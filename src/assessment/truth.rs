//! Three-valued truth (Kleene): what nobody has said is unknown, never false.

/// True, false, or nobody knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Truth {
    /// It does not hold.
    False,
    /// Nobody knows.
    Unknown,
    /// It holds.
    True,
}

impl Truth {
    /// Both hold: the worse of the two.
    pub fn and(self, other: Truth) -> Truth {
        self.min(other)
    }

    /// One holds: the better of the two.
    pub fn or(self, other: Truth) -> Truth {
        self.max(other)
    }

    /// Its opposite; unknown stays unknown.
    pub fn negate(self) -> Truth {
        match self {
            Truth::False => Truth::True,
            Truth::Unknown => Truth::Unknown,
            Truth::True => Truth::False,
        }
    }
}

impl From<bool> for Truth {
    fn from(yes: bool) -> Truth {
        if yes { Truth::True } else { Truth::False }
    }
}

impl From<Option<bool>> for Truth {
    fn from(said: Option<bool>) -> Truth {
        said.map_or(Truth::Unknown, Truth::from)
    }
}

#[cfg(test)]
mod tests {
    use super::Truth::{self, False, True, Unknown};

    #[test]
    fn kleene_tables() {
        let all = [False, Unknown, True];
        let and = [[False, False, False], [False, Unknown, Unknown], [False, Unknown, True]];
        let or = [[False, Unknown, True], [Unknown, Unknown, True], [True, True, True]];
        for (a, row) in all.iter().enumerate() {
            for (b, column) in all.iter().enumerate() {
                assert_eq!(row.and(*column), and[a][b]);
                assert_eq!(row.or(*column), or[a][b]);
            }
        }
        assert_eq!(all.map(Truth::negate), [True, Unknown, False]);
        assert_eq!(Truth::from(None), Unknown);
    }
}

//! Small fast pseudo-random numbers (xorshift): the same seed gives the same run.

/// A die of any number of sides; its seed is not zero.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        if below == 0 { 0 } else { (self.0 % below as u64) as usize }
    }
}

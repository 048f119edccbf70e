//! Works on many things on several threads; the results come in the order of the things, and only a few of them wait at a time.

use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

/// How many results of one thread may wait for those before them.
const WAITING: usize = 4;
/// As much stack as the first thread of a program has, in bytes.
const STACK: usize = 8 << 20;

/// How many threads there are unless told otherwise: one for each processor.
pub(super) fn processors() -> NonZeroUsize {
    thread::available_parallelism().unwrap_or(NonZeroUsize::MIN)
}

/// Works on each thing and takes the results in order; the first that cannot be taken ends the work.
pub(super) fn in_order<T: Sync, R: Send, E>(
    things: &[T],
    jobs: NonZeroUsize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(&T, R) -> Result<(), E>,
) -> Result<(), E> {
    let jobs = jobs.get().min(things.len());
    if jobs <= 1 {
        return things.iter().try_for_each(|one| take(one, work(one)));
    }
    thread::scope(|scope| {
        let results: Vec<Receiver<R>> = (0..jobs)
            .map_while(|first| {
                let (send, receive) = sync_channel(WAITING);
                let work = &work;
                let labour = move || share(things, first, jobs, work, &send);
                thread::Builder::new().stack_size(STACK).spawn_scoped(scope, labour).ok().map(|_| receive)
            })
            .collect();
        let result = |at: usize| results.get(at % jobs).and_then(|results| results.recv().ok());
        // A thread that could not be started leaves its things to this one.
        things.iter().enumerate().try_for_each(|(at, one)| take(one, result(at).unwrap_or_else(|| work(one))))
    })
}

/// The things of one thread: from its first on, one for each round of all threads. It ends when nobody waits for its results any more.
fn share<T, R>(things: &[T], first: usize, jobs: usize, work: impl Fn(&T) -> R, to: &SyncSender<R>) {
    let _ended = things.iter().skip(first).step_by(jobs).try_for_each(|one| to.send(work(one)));
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn jobs(many: usize) -> NonZeroUsize {
        NonZeroUsize::new(many).unwrap()
    }

    #[test]
    fn results_come_in_the_order_of_the_things_however_many_threads_there_are() {
        let things: Vec<usize> = (0..1_000).collect();
        for many in [1, 2, 3, 7] {
            let mut found = Vec::new();
            let take = |one: &usize, twice: usize| {
                found.push((*one, twice));
                Ok::<(), ()>(())
            };
            let taken = in_order(&things, jobs(many), |one| one * 2, take);
            assert_eq!(taken, Ok(()));
            assert!(found.len() == 1_000 && found.iter().enumerate().all(|(at, (one, twice))| *one == at && *twice == 2 * at));
        }
    }

    #[test]
    fn the_first_result_that_cannot_be_taken_ends_the_work() {
        let (things, done) = (vec![(); 100_000], AtomicUsize::new(0));
        let work = |(): &()| done.fetch_add(1, Ordering::Relaxed);
        assert_eq!(in_order(&things, jobs(2), work, |(), _| Err("closed")), Err("closed"));
        assert!(done.load(Ordering::Relaxed) < 100, "{done:?}");
    }
}

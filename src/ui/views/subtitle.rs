//! What stands below the title of a map when it is shown to others.

use crate::ui::about;
use crate::ui::mirror::Mark;
use crate::ui::shell::Shell;

/// The lines: what sort of map it is, and of whom.
pub fn lines(shell: Shell) -> Vec<String> {
    let t = shell.t();
    shell.mirror.watch(Mark::Any, |map| about::parts(t, map))
}

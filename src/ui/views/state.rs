//! How the open map is looked at, kept for each map in this browser; and which cards pass the filter.

use crate::analysis::filter::Filter;
use crate::analysis::shown::Shown;
use crate::analysis::sight::{Mode, Sight};
use crate::geometry::paper::Paper;
use crate::model::{Id, Map, Thing};
use crate::ui::boxed::effect;
use crate::ui::command::{Command, Route};
use crate::ui::memo::{Flag, Memo, flag, memo};
use crate::ui::mirror::Mark;
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use gloo_timers::callback::Timeout;

/// How long the map rests after its last change before what goes through all cards is worked out, ms.
const REST: u32 = 300;

/// How the map is looked at. A handle: copies share it.
#[derive(Clone, Copy)]
pub struct Views {
    shell: Shell,
    /// The settings.
    pub sight: RwSignal<Sight>,
    /// As what.
    pub mode: Memo<Mode>,
    /// More on the screen, with less space.
    pub compact: Flag,
    /// Which cards are asked for.
    pub filter: Memo<Filter>,
    /// Whether not all are.
    pub filtered: Flag,
    /// What is left out or folded.
    pub shown: Memo<Shown>,
    /// Counts up when the map has rested for a moment after a change: for what goes through all cards.
    pub rested: RwSignal<u32>,
    /// How many cards pass, and how many there are; while not all are asked for.
    pub count: RwSignal<(usize, usize)>,
    /// The paper that is printed on.
    pub paper: RwSignal<Paper>,
    /// The map is shown to others.
    pub presenting: RwSignal<bool>,
    timer: StoredValue<Option<Timeout>, LocalStorage>,
}

impl Views {
    /// As the map was last looked at here.
    pub fn new(shell: Shell) -> Self {
        let sight = RwSignal::new(Sight::read(&shell.sight.get_value()));
        let filter = memo(move || sight.with(|sight| sight.filter.clone()));
        let views = Views {
            shell,
            sight,
            mode: memo(move || sight.with(|sight| sight.mode)),
            compact: flag(move || sight.with(|sight| sight.compact)),
            filter,
            filtered: flag(move || !filter.with(Filter::is_empty)),
            shown: memo(move || sight.with(|sight| sight.shown.clone())),
            rested: RwSignal::new(0),
            count: RwSignal::new((0, 0)),
            paper: RwSignal::new(Paper::default()),
            presenting: RwSignal::new(false),
            timer: StoredValue::new_local(None),
        };
        views.keep();
        effect(move || {
            shell.mirror.watch(Mark::Any, |_| ());
            let later = Timeout::new(REST, move || {
                if views.rested.try_get_untracked().is_some() {
                    views.rested.update(|count| *count += 1);
                }
            });
            views.timer.set_value(Some(later));
        });
        effect(move || {
            filter.track();
            if views.filtered.get() {
                views.rested.track();
                views.recount();
            }
        });
        views
    }

    /// What goes through the whole map: worked out anew when its shape changes, and when it has rested. Watches
    /// both, so that no key press waits for it.
    pub fn survey<T>(self, work: impl FnOnce(&Map) -> T) -> T {
        self.rested.track();
        self.shell.mirror.watch(Mark::Shape, work)
    }

    fn recount(self) {
        let filter = self.filter.get_untracked();
        let count = self.shell.mirror.read(|map| filter.count(map));
        if self.count.get_untracked() != count {
            self.count.set(count);
        }
    }

    /// Notes every change of the settings for the next time.
    fn keep(self) {
        let shell = self.shell;
        let first = StoredValue::new(true);
        effect(move || {
            let text = self.sight.with(Sight::write);
            if first.get_value() {
                first.set_value(false);
            } else if let Route::Map(slot) = shell.route.get_untracked() {
                shell.sight.set_value(text.clone());
                shell.send(Command::KeepSight(slot, text));
            }
        });
    }

    /// Alters the settings.
    pub fn alter(self, work: impl FnOnce(&mut Sight)) {
        let mut sight = self.sight.get_untracked();
        work(&mut sight);
        if sight != self.sight.get_untracked() {
            self.sight.set(sight);
        }
    }

    /// Alters the filter.
    pub fn ask(self, work: impl FnOnce(&mut Filter)) {
        self.alter(|sight| work(&mut sight.filter));
    }

    /// Whether a card does not pass the filter; watches both.
    pub fn is_dim(self, card: Id) -> bool {
        self.filtered.get()
            && !self.filter.with(|filter| {
                let mark = Mark::Thing(Thing::Card(card));
                self.shell.mirror.watch(mark, |map| filter.passes(map, card))
            })
    }
}

//! Language and appearance in the menu of a map: the choices that are not in use.

use crate::i18n::{Locale, Messages, fill};
use crate::ui::command::{Command, Theme};
use crate::ui::icons::{self, Icon};
use crate::ui::prelude::*;
use crate::ui::shell::Shell;
use crate::ui::widgets::menu::Entry;

/// What an appearance is called.
pub fn word(t: &Messages, theme: Theme) -> &'static str {
    match theme {
        Theme::System => t.library.theme_system,
        Theme::Light => t.library.theme_light,
        Theme::Dark => t.library.theme_dark,
    }
}

/// The lines of the menu.
pub fn entries(shell: Shell) -> Vec<Entry> {
    let t = shell.t();
    let (theme, locale) = (shell.theme.get(), shell.locale.get());
    let themes = Theme::ALL
        .into_iter()
        .filter(|one| *one != theme)
        .map(|one| (icons::EYE, fill(t.views.appearance, &[word(t, one)]), Command::SetTheme(one)));
    let locales = Locale::ALL.into_iter().filter(|one| *one != locale).map(|one| {
        let label = fill(t.hands.says, &[t.library.language, one.name()]);
        (icons::GLOBE, label, Command::SetLocale(one))
    });
    let entry = |(icon, label, command): (Icon, String, Command)| Entry {
        label,
        icon: Some(icon),
        run: Callback::new(move |()| shell.send(command.clone())),
    };
    themes.chain(locales).map(entry).collect()
}

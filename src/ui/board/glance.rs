//! What stands beside a card's text at a glance: its own feeling, icon, evidence, owner, tags and comments,
//! in the one line below it.

use crate::analysis::inventory::own_feeling;
use crate::analysis::research::{Ground, ground, is_told};
use crate::i18n::{Locale, Messages, fill};
use crate::model::{Detail, Id, Map, NoteField, Thing};
use crate::ui::card_icons::{card_icon, evidence};
use crate::ui::details::{name, word};
use crate::ui::feelings;
use crate::ui::icons::{self, Glyph, Icon};
use crate::ui::names;
use crate::ui::prelude::*;

/// What a card shows beside its text.
#[derive(Clone, PartialEq, Default)]
pub struct Glance {
    /// The word of its colour.
    pub colour: String,
    /// Its own feeling, half-steps.
    felt: Option<i8>,
    icon: String,
    evidence: String,
    status: String,
    persona: String,
    owner: String,
    tags: Vec<String>,
    comments: usize,
    ground: Option<Ground>,
}

impl Glance {
    /// Reads it; in proportion to what stands beside this card.
    pub fn of(t: &Messages, map: &Map, card: Id, limit: &str) -> Self {
        let thing = Thing::Card(card);
        let text = |detail| map.word(thing, detail).to_owned();
        // With one persona on the map it goes without saying.
        let persona = Id::parse(map.word(thing, Detail::Persona)).filter(|_| map.cast.len() > 1);
        let told = map.cards.get(&card).is_some_and(|found| is_told(map, card, found));
        Glance {
            ground: if told { ground(map, card, limit) } else { None },
            colour: text(Detail::Colour),
            felt: own_feeling(map, card),
            icon: text(Detail::Icon),
            evidence: text(Detail::Evidence),
            status: text(Detail::Status),
            persona: persona.map(|id| names::of(t, map, Thing::Persona(id))).unwrap_or_default(),
            owner: text(Detail::Owner),
            tags: map.tags_of(card).map(str::to_owned).collect(),
            comments: map.notes_in(thing, NoteField::Comment).count(),
        }
    }

    /// All of it in words, for who does not see it.
    pub fn words(&self, t: &Messages, locale: Locale) -> Vec<String> {
        let known = [
            (Detail::Colour, &self.colour),
            (Detail::Icon, &self.icon),
            (Detail::Evidence, &self.evidence),
            (Detail::Status, &self.status),
            (Detail::Persona, &self.persona),
            (Detail::Owner, &self.owner),
        ];
        let said = known.into_iter().filter(|(_, value)| !value.is_empty());
        let mut words: Vec<String> =
            said.map(|(of, value)| format!("{} {}", name(t, of), word(t, of, value))).collect();
        words.extend(self.felt.map(|level| felt(t, locale, level)));
        words.extend(self.ground.map(|ground| rests(t, ground).1.to_owned()));
        if !self.tags.is_empty() {
            words.push(format!("{} {}", t.details.tags, self.tags.join(", ")));
        }
        if self.comments > 0 {
            words.push(locale.count(self.comments, t.details.comment_count));
        }
        words
    }

    /// The parts of the line; `before` are words of the card's own.
    pub fn line(&self, t: &Messages, locale: Locale, before: &str) -> Option<AnyView> {
        let picture = |icon: Icon, title: String| {
            view! { <span class="glance-picture" title=title><Glyph icon=icon /></span> }
        };
        let mut parts: Vec<AnyView> = Vec::new();
        if let Some(level) = self.felt {
            let (face, words) = (feelings::face(level), feelings::word(t, level));
            parts.push(view! {
                <span class="glance-felt" title=felt(t, locale, level)>
                    <Glyph icon=face />
                    {words}
                </span>
            });
        }
        if let Some(one) = card_icon(&self.icon) {
            parts.push(picture(one.icon, (one.name)(t).to_owned()));
        }
        if let Some(icon) = evidence(&self.evidence) {
            parts.push(picture(icon, word(t, Detail::Evidence, &self.evidence).to_owned()));
        }
        if let Some(ground) = self.ground {
            let (icon, words) = rests(t, ground);
            parts.push(picture(icon, words.to_owned()));
        }
        if !self.status.is_empty() {
            let icon = match self.status.as_str() {
                "done" => icons::CHECK,
                "dropped" => icons::CROSS,
                "progress" => icons::PLAY,
                _ => icons::GUESS,
            };
            parts.push(picture(icon, word(t, Detail::Status, &self.status).to_owned()));
        }
        if !before.is_empty() {
            parts.push(view! { <span class="glance-words">{before.to_owned()}</span> });
        }
        if !self.persona.is_empty() {
            parts.push(view! { <span class="glance-words">{self.persona.clone()}</span> });
        }
        if !self.owner.is_empty() {
            let (short, title) = (initials(&self.owner), self.owner.clone());
            parts.push(view! { <span class="glance-owner" title=title>{short}</span> });
        }
        if self.comments > 0 {
            let count = self.comments;
            parts.push(view! {
                <span class="glance-picture"><Glyph icon=icons::CHAT />{count}</span>
            });
        }
        // What does not fit in the line is cut off from here.
        for tag in &self.tags {
            parts.push(view! { <span class="glance-tag">{tag.clone()}</span> });
        }
        (!parts.is_empty()).then(|| view! { <div class="card-marks">{parts}</div> })
    }
}

/// A feeling of a card's own, in words.
pub fn felt(t: &Messages, locale: Locale, level: i8) -> String {
    let words = [feelings::word(t, level), &locale.level(level)].join(" ");
    fill(t.hands.says, &[name(t, Detail::Feeling), &words])
}

/// What a card rests on, as picture and in words.
fn rests(t: &Messages, ground: Ground) -> (Icon, &'static str) {
    let m = t.method;
    match ground {
        Ground::Assumed => (icons::GUESS, m.is_assumed),
        Ground::Recent => (icons::LINK, m.is_supported),
        Ground::Ageing => (icons::CLOCK, m.is_ageing),
    }
}

/// The first letters of the first and the last word of a name.
fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().next());
    let first = words.next();
    first.into_iter().chain(words.next_back()).flat_map(char::to_uppercase).collect()
}

//! A value of a template file with the place it stands at, so that what is wrong is said with its place.

use crate::model::json::Json;

/// What is wrong with a file, and where.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// The place in the file: `lanes[2].kind`; `line 3` where the text is no JSON; empty for the file.
    pub place: String,
    /// What is wrong there.
    pub wrong: Wrong,
}

/// What can be wrong at a place.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Wrong {
    /// No JSON from here on: the line.
    Syntax(usize),
    /// Not a template of this app.
    Format,
    /// Of a later version.
    Newer,
    /// It must be there.
    Missing,
    /// It must be a text that is not empty.
    Text,
    /// It must be a whole number within these bounds.
    Whole(i64, i64),
    /// It must be yes or no.
    Yes,
    /// It must be a list.
    List,
    /// It must be an object.
    Fields,
    /// A word that is not known here.
    Unknown(String),
    /// A field stands here twice.
    Twice(String),
    /// Longer than so many characters.
    Long(usize),
    /// More than so many.
    Many(usize),
}

/// A value at a place.
#[derive(Clone)]
pub(super) struct At<'a> {
    pub(super) json: &'a Json,
    pub(super) place: String,
}

impl<'a> At<'a> {
    pub(super) fn root(json: &'a Json) -> Self {
        At { json, place: String::new() }
    }

    pub(super) fn fault<T>(&self, wrong: Wrong) -> Result<T, Fault> {
        Err(Fault { place: self.place.clone(), wrong })
    }

    fn inside(&self, name: &str) -> String {
        if self.place.is_empty() { name.to_owned() } else { format!("{}.{name}", self.place) }
    }

    /// The fields of an object; `known` names all it may have, or is empty where any may stand.
    pub(super) fn fields(&self, known: &[&str]) -> Result<&'a [(String, Json)], Fault> {
        let Json::Fields(fields) = self.json else { return self.fault(Wrong::Fields) };
        for (at, (name, _)) in fields.iter().enumerate() {
            if !known.is_empty() && !known.contains(&name.as_str()) {
                return self.fault(Wrong::Unknown(shown(name)));
            }
            if fields[..at].iter().any(|(other, _)| other == name) {
                return self.fault(Wrong::Twice(shown(name)));
            }
        }
        Ok(fields)
    }

    /// A field that may be missing.
    pub(super) fn get(&self, name: &str) -> Option<At<'a>> {
        self.json.get(name).map(|json| At { json, place: self.inside(name) })
    }

    /// A field that must be there.
    pub(super) fn need(&self, name: &str) -> Result<At<'a>, Fault> {
        let missing = Fault { place: self.inside(name), wrong: Wrong::Missing };
        self.get(name).ok_or(missing)
    }

    /// A value inside this one.
    pub(super) fn child(&self, name: &str, json: &'a Json) -> At<'a> {
        At { json, place: self.inside(name) }
    }

    /// The items of a list.
    pub(super) fn items(&self, most: usize) -> Result<Vec<At<'a>>, Fault> {
        let Json::List(items) = self.json else { return self.fault(Wrong::List) };
        if items.len() > most {
            return self.fault(Wrong::Many(most));
        }
        let place = |at: usize| format!("{}[{at}]", self.place);
        let items = items.iter().enumerate();
        Ok(items.map(|(at, json)| At { json, place: place(at) }).collect())
    }

    /// A text, perhaps empty.
    pub(super) fn words(&self, most: usize) -> Result<String, Fault> {
        let Json::Text(text) = self.json else { return self.fault(Wrong::Text) };
        if text.chars().count() > most {
            return self.fault(Wrong::Long(most));
        }
        Ok(text.clone())
    }

    /// A text that is not empty.
    pub(super) fn text(&self, most: usize) -> Result<String, Fault> {
        let text = self.words(most)?;
        if text.trim().is_empty() { self.fault(Wrong::Text) } else { Ok(text) }
    }

    /// A whole number within bounds.
    pub(super) fn whole(&self, least: i64, most: i64) -> Result<i64, Fault> {
        match self.json {
            Json::Whole(number) if (least..=most).contains(number) => Ok(*number),
            _ => self.fault(Wrong::Whole(least, most)),
        }
    }

    /// A position in a list of so many.
    pub(super) fn position(&self, count: usize) -> Result<usize, Fault> {
        let most = i64::try_from(count).unwrap_or(i64::MAX) - 1;
        Ok(usize::try_from(self.whole(0, most)?).unwrap_or(0))
    }

    /// Yes or no.
    pub(super) fn yes(&self) -> Result<bool, Fault> {
        match self.json {
            Json::Bool(yes) => Ok(*yes),
            _ => self.fault(Wrong::Yes),
        }
    }

    /// A word that `known` knows.
    pub(super) fn word<T>(&self, known: impl Fn(&str) -> Option<T>) -> Result<T, Fault> {
        let word = self.text(300)?;
        match known(&word) {
            Some(value) => Ok(value),
            None => self.fault(Wrong::Unknown(shown(&word))),
        }
    }
}

/// A stranger's word as it is shown: cut short.
fn shown(word: &str) -> String {
    word.chars().filter(|it| !it.is_control()).take(40).collect()
}

//! What the screen asks of the app, and the plain states it shows. No storage, no document here.

use crate::analysis::previewed::Previewed;
use crate::exchange::template::TemplateFile;
use crate::i18n::Locale;
use crate::model::compare::{Difference, Differences};
use crate::model::draft::Leftover;
use crate::model::edit::Edit;
use crate::model::lead::Lead;
use crate::model::portrait::Portrait;
use crate::model::{Id, Kind, Template, Thing};
use crate::ui::history::Walk;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Which page is shown; kept in the address after `#`.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub enum Route {
    /// All maps.
    #[default]
    Library,
    /// The templates a map can be made of.
    Templates,
    /// One map, by its slot.
    Map(String),
}

impl Route {
    /// Reads the part of the address after `#`; anything unknown is the library.
    pub fn parse(fragment: &str) -> Self {
        match fragment.trim_start_matches('#').strip_prefix("/map/") {
            Some(slot) if !slot.is_empty() => Route::Map(slot.to_owned()),
            _ if fragment.trim_start_matches('#') == "/templates" => Route::Templates,
            _ => Route::Library,
        }
    }

    /// The address, from `#` on.
    pub fn href(&self) -> String {
        match self {
            Route::Library => "#/".to_owned(),
            Route::Templates => "#/templates".to_owned(),
            Route::Map(slot) => format!("#/map/{slot}"),
        }
    }
}

/// Light, dark, or as the system says.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    /// All, in the order offered.
    pub const ALL: [Theme; 3] = [Theme::System, Theme::Light, Theme::Dark];

    /// The word in preferences and in the page's `data-theme`.
    pub fn word(self) -> &'static str {
        match self {
            Theme::System => "system",
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }
}

/// What a new map starts with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Start {
    /// Stages and lanes of the field.
    Template(Template),
    /// One stage, one lane.
    Blank(Kind),
    /// The example that comes with the app.
    Example(Kind),
}

/// A template in the gallery.
#[derive(Clone, PartialEq, Debug)]
pub struct Shelved {
    /// Where it is kept in this browser; `None` for one of the app's own.
    pub key: Option<String>,
    /// The template.
    pub file: Arc<TemplateFile>,
}

/// A map in the library.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub struct Listed {
    /// Where it is kept.
    pub slot: String,
    /// Its title; may be empty.
    pub title: String,
    /// Journey or experience.
    pub kind: Kind,
    /// How many stages.
    pub stages: usize,
    /// How many cards.
    pub cards: usize,
    /// How many open choices.
    pub choices: usize,
    /// Last edit, milliseconds since 1970.
    pub edited: i64,
    /// In the bin.
    pub binned: bool,
    /// The original's title, for a variant; empty if that is not kept here.
    pub variant: Option<String>,
    /// Levels of the first persona's curve, `UNFELT` where none is set, for the picture on the card.
    pub curve: Vec<i8>,
    /// The id that all copies of the map share.
    pub lineage: String,
    /// Its heads as last stored here, hexadecimal; empty if that is not known.
    pub heads: Vec<String>,
    /// The maps that it leads into.
    pub leads: Vec<Lead>,
}

/// Whether the work is kept.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SaveState {
    /// The document is still being read.
    Opening,
    /// Everything shown is in the browser's storage.
    Saved,
    /// Something is on its way there.
    Saving,
    /// Something is not: why.
    Failed(Trouble),
}

/// Why saving failed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Trouble {
    /// Disk or quota is full.
    Full,
    /// The browser closed the database.
    Closed,
    /// Deleted in another tab.
    Deleted,
    /// An older version holds the database.
    Blocked,
    /// A newer version wrote it.
    Newer,
    /// No storage here.
    Unavailable,
    /// The browser's own words.
    Other(String),
}

/// A message that stays until dismissed or replaced.
#[derive(Clone, PartialEq, Debug)]
pub struct Notice {
    /// Counts up; identifies it.
    pub number: u32,
    /// What happened, what it means, what to do.
    pub text: String,
    /// A trouble rather than news.
    pub alarm: bool,
    /// A button: its label and what it does.
    pub button: Option<(String, Command)>,
}

impl Notice {
    /// Whether its button undoes the last action.
    pub fn offers_undo(&self) -> bool {
        matches!(self.button, Some((_, Command::Undo)))
    }
}

/// What came of one imported file.
#[derive(Clone, PartialEq, Debug)]
pub struct ImportReport {
    /// Name of the file.
    pub file: String,
    /// The map it went into.
    pub slot: String,
    /// Title of that map.
    pub title: String,
    /// How it ended.
    pub outcome: Outcome,
    /// What the import read and could not place.
    pub leftovers: Vec<Leftover>,
}

/// Copies of a map that wait to be taken in.
#[derive(Clone, PartialEq, Debug)]
pub struct Incoming {
    /// The map's slot.
    pub slot: String,
    /// The title it would have.
    pub title: String,
    /// The files: names and bytes.
    pub files: Arc<Vec<(String, Vec<u8>)>>,
    /// All changes of theirs that are missing here.
    pub bytes: Arc<Vec<u8>>,
    /// What they bring.
    pub previewed: Arc<Previewed>,
}

impl Incoming {
    /// The names of the files.
    pub fn names(&self) -> String {
        self.files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// How an import ended.
#[derive(Clone, PartialEq, Debug)]
pub enum Outcome {
    /// A map was added to the library: stages, cards.
    Added(usize, usize),
    /// Merged into a map that was here.
    Merged {
        /// The row that can take it back.
        merge: Id,
        /// What it brought.
        differences: Differences,
        /// Taken back meanwhile.
        undone: bool,
    },
    /// It is shown before it is taken in.
    Waiting,
    /// All of it was here already; the row if it was taken in and undone before.
    Nothing(Option<Id>),
}

/// What a variant was compared with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Original {
    /// The original as it is now.
    Here {
        /// Its slot.
        slot: String,
        /// Its title.
        title: String,
    },
    /// The original as it was when the variant was made.
    Then,
    /// Neither is here.
    Unknown,
}

/// How a variant differs from its original.
#[derive(Clone, PartialEq, Debug)]
pub struct Compared {
    /// What it was compared with.
    pub original: Original,
    /// What differs; `None` if there was nothing to compare it with.
    pub items: Option<Vec<Difference>>,
}

/// A persona of another map kept here.
#[derive(Clone, PartialEq, Debug)]
pub struct Offered {
    /// The id that all copies of that map share.
    pub lineage: String,
    /// Its title; may be empty.
    pub title: String,
    /// The persona there.
    pub persona: Id,
    /// What is said of it there.
    pub portrait: Portrait,
}

/// Where a picture goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PictureFor {
    /// A card or persona.
    Thing(Thing),
    /// A new card of this lane and step, at this position.
    Cell(Id, Id, usize),
}

/// A request to the app.
#[derive(Clone, PartialEq, Debug)]
pub enum Command {
    /// Show a page.
    Go(Route),
    /// Make a map and show it.
    New(Start),
    /// Read the gallery of templates.
    LookAtTemplates,
    /// Make a map of a template and show it.
    StartFrom(Arc<TemplateFile>),
    /// Hand a template over as a file.
    DownloadTemplate(Arc<TemplateFile>),
    /// Keep a template in the gallery of this browser.
    KeepTemplate(Arc<TemplateFile>),
    /// Delete a template from it, by its key.
    ForgetTemplate(String),
    /// Give a map of the library a new title.
    Rename(String, String),
    /// Copy a map under new ids, without history.
    Duplicate(String),
    /// Copy a map as a variant of it.
    MakeVariant(String),
    /// Read the personas of the other maps kept here; of one lineage only, if one is named.
    LookAtPersonas(Option<String>),
    /// Make a journey map of this title that a thing of the open map leads into, and show it.
    NewJourney(Thing, String),
    /// Bring the results of the map that this entry links back into the open one.
    BringBack(Id),
    /// Bring the results of the open map back into the one in this slot that leads into it.
    BringUp(String),
    /// Read the list of all maps again.
    ListAgain,
    /// Compare the open variant with its original.
    CompareVariant,
    /// Merge the open variant back into its original, by that one's slot.
    MergeBack(String),
    /// Into the bin or out of it.
    SetBinned(String, bool),
    /// Delete for good.
    Remove(String),
    /// Ask what a map is to go out as.
    Export(String),
    /// Download a map as a file.
    Download(String),
    /// Download what is seen of a map as a new one without a past.
    ExportPlain(String),
    /// Import files.
    Import(Vec<web_sys::File>),
    /// Import a file that was found large, after a second yes.
    ImportLarge(web_sys::File),
    /// Make pictures of files and put them there.
    AddPictures(Vec<web_sys::File>, PictureFor),
    /// Apply an edit. Equal non-zero gestures in a row are one undo entry.
    Apply(Edit, u32),
    /// Take back an open gesture.
    Cancel(u32),
    /// Undo my last action.
    Undo,
    /// Redo it.
    Redo,
    /// Undo or redo until so many of my actions stand.
    GoTo(usize),
    /// Take back an import, by its row.
    UndoImport(Id),
    /// Take an undone import in again.
    TakeAgain(Id),
    /// Take in what waits for the map in this slot.
    TakeIncoming(String),
    /// Keep it as maps of its own.
    IncomingApart(String),
    /// Leave it.
    LeaveIncoming(String),
    /// Show on the board what waits for its map.
    LookAtIncoming,
    /// Walk the map's history.
    History(Walk),
    /// Show the map itself again, after a look at another state of it.
    LookBack,
    /// Put the board on the clipboard as a table.
    CopyTable,
    /// Put something on the clipboard: HTML, then plain text.
    Copy(String, String),
    /// Read the clipboard, and hand it to the board.
    ReadClipboard,
    /// A table from the clipboard: HTML, then plain text.
    Paste(Option<String>, Option<String>),
    /// Print the board.
    Print,
    /// Try saving again.
    SaveAgain,
    /// Change the language.
    SetLocale(Locale),
    /// Change the appearance.
    SetTheme(Theme),
    /// Note in this browser how the map in a slot is looked at, as JSON text.
    KeepSight(String, String),
    /// Give the person at this browser a name and a colour; empty for none.
    SetPerson(String, String),
    /// Load the new version.
    Update,
    /// Ask what About shows of the storage.
    AskStorage,
}

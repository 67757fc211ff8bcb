//! The edits: the only way to write a document. They know ids and values, nothing of screens or keys.

mod apply;
mod bin;
mod card;
mod choice;
mod detail;
mod feeling;
mod format;
mod found;
mod join;
mod lane;
mod list;
mod note;
mod path;
mod persona;
mod place;
mod refused;
mod stage;
mod step;
mod text;
mod text_writer;
mod version;
mod view;
pub(crate) mod writer;

use super::map::{Field, Kind, Value};
use super::path::PathKind;
use super::people::Person;
use super::rich::{Block, Mark};
use super::{Detail, Id, LaneKind, List, NoteField, Thing};
pub(crate) use apply::write;
pub use refused::Refused;

/// A text field that splices apply to.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TextOf {
    /// The map's title.
    Title,
    /// The name of a stage, step, lane or persona, or the body of a card or note.
    Of(Thing),
}

/// One replacement in a text; positions and lengths in UTF-16 code units, in order of application.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Splice {
    /// Where.
    pub at: usize,
    /// How many code units go.
    pub delete: usize,
    /// What comes.
    pub insert: String,
}

/// One edit. `at` is the position among the visible siblings after the edit (0 = first; anything past
/// the end means last). Fresh ids are made by the caller.
#[derive(Clone, PartialEq, Debug)]
pub enum Edit {
    /// Writes kind and lineage of a new document: only as its first edit.
    Found {
        /// Journey or experience.
        kind: Kind,
        /// The lineage.
        id: Id,
    },
    /// Changes a text by splices.
    EditText {
        /// Which text.
        of: TextOf,
        /// What was typed.
        splices: Vec<Splice>,
    },
    /// Changes a text to `text` by the smallest splices found.
    SetText {
        /// Which text.
        of: TextOf,
        /// The whole new text.
        text: String,
    },
    /// Puts a mark on a stretch of a text, or takes it off.
    Mark {
        /// Which text.
        of: TextOf,
        /// Where it begins, in UTF-16 code units of the plain text.
        from: usize,
        /// Where it ends.
        to: usize,
        /// Which mark.
        mark: Mark,
        /// The address of a link, an empty text for the others; `None` takes the mark off.
        value: Option<String>,
    },
    /// Makes a line of a text a list item or a plain line.
    SetLine {
        /// Which text.
        of: TextOf,
        /// A position on the line, in UTF-16 code units of the plain text.
        at: usize,
        /// What it becomes.
        block: Block,
    },
    /// Adds a stage with one unnamed step.
    AddStage {
        /// Id of the stage.
        stage: Id,
        /// Id of its step.
        step: Id,
        /// Name of the stage.
        name: String,
        /// Position among the stages.
        at: usize,
    },
    /// Adds a step to a stage.
    AddStep {
        /// Id of the step.
        step: Id,
        /// Its stage.
        stage: Id,
        /// Its name.
        name: String,
        /// Position within the stage.
        at: usize,
    },
    /// Adds a lane.
    AddLane {
        /// Id of the lane.
        lane: Id,
        /// What it holds.
        kind: LaneKind,
        /// Its name.
        name: String,
        /// Position among the lanes.
        at: usize,
    },
    /// Adds a persona.
    AddPersona {
        /// Id of the persona.
        persona: Id,
        /// Its name.
        name: String,
        /// Position among the personas.
        at: usize,
    },
    /// Adds a card to a cell.
    AddCard {
        /// Id of the card.
        card: Id,
        /// Its lane.
        lane: Id,
        /// Its step.
        step: Id,
        /// Position in the cell.
        at: usize,
        /// Its text.
        text: String,
        /// A moment of truth.
        star: bool,
        /// A channel.
        channel: Option<String>,
    },
    /// Moves a stage among the stages.
    MoveStage {
        /// Which.
        stage: Id,
        /// Where to.
        at: usize,
    },
    /// Moves a step, also into another stage.
    MoveStep {
        /// Which.
        step: Id,
        /// Into which stage.
        stage: Id,
        /// Where to.
        at: usize,
    },
    /// Moves a lane among the lanes.
    MoveLane {
        /// Which.
        lane: Id,
        /// Where to.
        at: usize,
    },
    /// Moves a persona among the personas.
    MovePersona {
        /// Which.
        persona: Id,
        /// Where to.
        at: usize,
    },
    /// Moves a card, also into another cell.
    MoveCard {
        /// Which.
        card: Id,
        /// Into which lane.
        lane: Id,
        /// Into which step.
        step: Id,
        /// Where to.
        at: usize,
    },
    /// Puts a thing into the map's bin. The last visible persona can't be deleted.
    Delete(Thing),
    /// Takes a thing out of the bin.
    Restore(Thing),
    /// Deletes for good what a thing in the bin holds; its row stays in the bin, so that what someone
    /// else writes into it meanwhile is found there. A stage takes its steps with it.
    Purge(Thing),
    /// Sets or clears the star of a card.
    SetStar {
        /// Which card.
        card: Id,
        /// Moment of truth or not.
        star: bool,
    },
    /// Sets or clears the channel of a card.
    SetChannel {
        /// Which card.
        card: Id,
        /// Channel word or free text.
        channel: Option<String>,
    },
    /// Sets or clears the level of a feeling.
    SetLevel {
        /// Who.
        persona: Id,
        /// Where.
        step: Id,
        /// Half-steps −4…+4; `None` takes the point away.
        level: Option<i8>,
    },
    /// Sets the word of a feeling; empty takes it away.
    SetFeelingName {
        /// Who.
        persona: Id,
        /// Where.
        step: Id,
        /// The word.
        name: String,
    },
    /// Sets or clears a detail.
    Set {
        /// Of which thing.
        thing: Thing,
        /// Which.
        detail: Detail,
        /// A value of the detail's shape; `None`, an empty text and `false` take it away.
        value: Option<Value>,
    },
    /// Adds the bytes of a picture, for details to refer to. What is there already stays as it is, and
    /// undoing leaves the bytes.
    AddPicture {
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// Puts a tag on a card, or takes it off.
    Tag {
        /// Which card.
        card: Id,
        /// The tag.
        tag: String,
        /// On or off.
        on: bool,
    },
    /// Ties an outcome to a step that leads to it, a source to a card or persona that it supports; or
    /// unties them.
    Tie {
        /// The outcome or source.
        from: Thing,
        /// The step, card or persona.
        to: Thing,
        /// Tied or not.
        on: bool,
    },
    /// Adds an entry to a list.
    AddEntry {
        /// Which list.
        list: List,
        /// Id of the entry.
        id: Id,
        /// Its name.
        name: String,
        /// Position in the list.
        at: usize,
    },
    /// Moves an entry within its list.
    MoveEntry {
        /// Which list.
        list: List,
        /// Which entry.
        id: Id,
        /// Where to.
        at: usize,
    },
    /// Makes a loop or an alternative path from one step to another.
    AddPath {
        /// Id of the path.
        path: Id,
        /// The step it leaves.
        from: Id,
        /// The step it leads to, another one.
        to: Id,
        /// Loop or alternative.
        kind: PathKind,
        /// When it is taken, in words.
        condition: String,
    },
    /// Lets a path leave or reach another step.
    MovePath {
        /// Which path.
        path: Id,
        /// The step it leaves.
        from: Id,
        /// The step it leads to, another one.
        to: Id,
        /// Loop or alternative.
        kind: PathKind,
    },
    /// Writes a note beside a thing, in the name of the person at work.
    AddNote {
        /// Id of the note.
        note: Id,
        /// Beside what.
        of: Thing,
        /// What it is to that.
        field: NoteField,
        /// Its text.
        text: String,
        /// Position among the notes of the thing.
        at: usize,
    },
    /// Moves a note among those of its thing and field.
    MoveNote {
        /// Which note.
        note: Id,
        /// Where to.
        at: usize,
    },
    /// Settles a choice: the value becomes the only one, and the decision is noted.
    Choose {
        /// Which thing.
        thing: Thing,
        /// Which field.
        field: Field,
        /// One of the choice's options.
        value: Value,
        /// Why, if the person says so.
        why: String,
    },
    /// Joins things that say the same: `keep` stays with all that was typed, the others go to the bin.
    Join {
        /// The card, persona or touchpoint that stays.
        keep: Thing,
        /// Those of the same sort that go.
        others: Vec<Thing>,
    },
    /// Notes that things that are alike are not the same.
    KeepApart(Vec<Thing>),
    /// Gives a person's name and colour; empty ones are taken away. Not undone with Ctrl+Z: it is not
    /// about the map.
    SetPerson(Person),
    /// Names a state of the map.
    NameVersion {
        /// Id of the version.
        version: Id,
        /// Its name.
        name: String,
        /// The heads of that state, hexadecimal; none for the state before this edit.
        heads: Vec<String>,
    },
    /// Saves a way to look at the map.
    AddView {
        /// Id of the view.
        view: Id,
        /// Its name.
        name: String,
        /// Its settings, a JSON object.
        settings: String,
    },
    /// Several edits as one gesture: one transaction, one undo.
    Several(Vec<Edit>),
}

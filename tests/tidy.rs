//! Holds the rules the compiler does not: which room may import which, what names and files are
//! like, where colours stand, what a view may not do. Each finding names its file and line.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What each room may import. Rooms not named here (`app`, `main`, `lib`) may import all.
const MAY_IMPORT: &[(&str, &[&str])] = &[
    ("model", &[]),
    ("i18n", &[]),
    ("analysis", &["model"]),
    ("session", &["model"]),
    ("geometry", &["model", "analysis"]),
    ("exchange", &["model", "analysis", "geometry"]),
    ("worker", &["model", "analysis", "session", "geometry", "exchange"]),
    ("cli", &["model", "analysis", "session", "geometry", "exchange"]),
    ("browser", &["model", "session", "worker"]),
    ("ui", &["model", "analysis", "geometry", "i18n", "session", "exchange"]),
];

const MOST_LINES: usize = 400;

const EMPTY_NAMES: &[&str] = &["util", "utils", "helper", "helpers", "misc", "manager", "common"];

const COLOUR_FUNCTIONS: &[&str] =
    &["rgb(", "rgba(", "hsl(", "hsla(", "hwb(", "lab(", "lch(", "oklab(", "oklch(", "color("];

/// A file of ours with its path from the top.
struct File {
    path: String,
    text: String,
}

impl File {
    fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// Lines with their numbers, without comment lines.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines()).filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The first folder or file under `src`: `model` for `src/model/ids.rs`.
    fn room(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split(['/', '.']).next().unwrap_or(inside)
    }
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, extension: &str) -> Vec<File> {
    let mut found = Vec::new();
    collect(&top().join(folder), extension, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    assert!(!found.is_empty(), "no .{extension} files in {folder}");
    found
}

fn collect(folder: &Path, extension: &str, found: &mut Vec<File>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, extension, found);
        } else if path.extension().is_some_and(|it| it == extension) {
            found.push(read(&path));
        }
    }
}

fn read(path: &Path) -> File {
    let from_top = path.strip_prefix(top()).unwrap();
    File {
        path: from_top.to_string_lossy().replace('\\', "/"),
        text: fs::read_to_string(path).unwrap(),
    }
}

fn hold(rule: &str, findings: Vec<String>) {
    assert!(findings.is_empty(), "{rule}\n  {}\n", findings.join("\n  "));
}

fn is_word(character: char) -> bool {
    character.is_alphanumeric() || character == '_' || character == '-'
}

/// Where `needle` stands in `line` and doesn't merely end a longer word.
fn standing<'a>(line: &'a str, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
    line.match_indices(needle)
        .map(|(at, _)| at)
        .filter(|&at| !line[..at].chars().next_back().is_some_and(is_word))
}

/// The rooms named after `crate::`, in `use` trees with braces as well as in paths.
fn imports(file: &File) -> Vec<(usize, String)> {
    // Comments become empty lines, so that a tree over several lines keeps its numbers.
    let code: Vec<&str> = file
        .text
        .lines()
        .map(|line| if line.trim_start().starts_with("//") { "" } else { line })
        .collect();
    let code = code.join("\n");
    let mut found = Vec::new();
    for at in standing(&code, "crate::") {
        let line = code[..at].matches('\n').count() + 1;
        found.extend(first_names(&code[at + "crate::".len()..]).into_iter().map(|it| (line, it)));
    }
    found
}

/// The first path segments of a `use` tree: `a` and `b` of `{a::{x, y}, b}`, `a` of `a::x`.
fn first_names(tree: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        text.trim_start().chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
    };
    if !tree.starts_with('{') {
        return vec![name(tree)];
    }
    let mut depth = 0;
    let mut names = Vec::new();
    for (at, character) in tree.char_indices() {
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 1 && matches!(character, '{' | ',') {
            names.push(name(&tree[at + 1..]));
        }
        if depth == 0 {
            break;
        }
    }
    names.retain(|it| !it.is_empty() && it != "self");
    names
}

#[test]
fn imports_run_downwards() {
    let mut findings = Vec::new();
    for file in files("src", "rs") {
        let room = file.room();
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(name, _)| *name == room) else {
            continue;
        };
        for (line, import) in imports(&file) {
            if import != room && !allowed.contains(&import.as_str()) {
                findings.push(file.at(line, &format!("{room} must not import {import}")));
            }
        }
    }
    hold("Rooms import only those below them (src/lib.rs):", findings);
}

#[test]
fn use_trees_are_understood() {
    let names = |text: &str| {
        let file = File { path: "src/ui/x.rs".into(), text: text.into() };
        imports(&file).into_iter().map(|(line, name)| format!("{line} {name}")).collect::<Vec<_>>()
    };
    assert_eq!(names("use crate::model::{Id, Map};"), ["1 model"]);
    assert_eq!(
        names("//! crate::app\nuse crate::{model::{Id}, app, ui::x};")[..],
        ["2 model", "2 app", "2 ui"]
    );
    assert_eq!(
        names("use crate::{\n    model::Id,\n};\nlet a = crate::browser::x();"),
        ["1 model", "4 browser"]
    );
    assert_eq!(names("use my_crate::app;"), [""; 0]);
}

#[test]
fn every_module_opens_with_its_job() {
    let mut findings = Vec::new();
    for file in files("src", "rs") {
        let first = file.text.lines().next().unwrap_or("");
        if first.strip_prefix("//! ").is_none_or(|sentence| sentence.trim().is_empty()) {
            findings.push(file.at(1, "open with a `//!` sentence on the module's only job"));
        }
    }
    hold("Every module says what it is for:", findings);
}

/// The page is built without what only debugging prints: `{:?}` would leave a gap in a message.
#[test]
fn no_message_is_written_for_debugging() {
    let mut findings = Vec::new();
    for file in files("src", "rs").iter().filter(|file| !file.path.ends_with("/tests.rs")) {
        let code = file.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        for (number, line) in code.lines().enumerate() {
            if line.contains(":?}") || line.contains(":#?}") {
                findings.push(format!("{}:{}: {}", file.path, number + 1, line.trim()));
            }
        }
    }
    hold("A message says it with `Display`.", findings);
}

#[test]
fn quotation_marks_and_colons_are_those_of_the_language() {
    let mut findings = Vec::new();
    for file in files("src", "rs").iter().filter(|it| ["app", "ui"].contains(&it.room())) {
        for (line, code) in file.code() {
            if ["“", "”", "«", "»", "\": ", "}: {"].iter().any(|mark| code.contains(mark)) {
                findings.push(file.at(line, "words joined by English marks"));
            }
        }
    }
    hold("Messages::quote and Messages::told join words:", findings);
}

#[test]
fn files_are_short() {
    let mut findings = Vec::new();
    for file in files("src", "rs") {
        let lines = file.text.lines().count();
        if lines > MOST_LINES {
            findings.push(file.at(lines, &format!("{lines} lines, at most {MOST_LINES}")));
        }
    }
    hold("A file that is long does two jobs:", findings);
}

#[test]
fn names_say_something() {
    let is_empty_name = |name: &str| name.split(['_', '-']).any(|it| EMPTY_NAMES.contains(&it));
    let mut findings = Vec::new();
    let mut all = files("src", "rs");
    all.extend(files("style", "css"));
    for file in all {
        if file.path.split(['/', '.']).any(is_empty_name) {
            findings.push(file.at(1, "the file's name says nothing"));
        }
        for (line, text) in file.code() {
            let declared = text.trim_start().trim_start_matches("pub ").strip_prefix("mod ");
            let name = declared.map(|it| it.trim_end_matches([';', '{', ' ']));
            if name.is_some_and(is_empty_name) {
                findings.push(file.at(line, "the module's name says nothing"));
            }
        }
    }
    hold("Names like `utils` hold whatever nobody placed:", findings);
}

/// Colour literals in `line`: `#rgb`-like numbers and colour functions.
fn has_colour(line: &str) -> bool {
    let is_hex = |at: usize| {
        let digits = line[at + 1..].chars().take_while(char::is_ascii_hexdigit).count();
        let ends = !line[at + 1 + digits..].chars().next().is_some_and(is_word);
        ends && matches!(digits, 3 | 4 | 6 | 8)
    };
    standing(line, "#").any(is_hex)
        || COLOUR_FUNCTIONS.iter().any(|it| standing(line, it).next().is_some())
}

/// Named colours as the value of a declaration.
fn has_colour_name(line: &str) -> bool {
    const NAMES: &[&str] =
        &["black", "white", "red", "green", "blue", "yellow", "orange", "purple", "gray", "grey"];
    let Some((_, value)) = line.trim_end().strip_suffix(';').and_then(|it| it.split_once(':'))
    else {
        return false;
    };
    value.split(|it| !is_word(it)).any(|word| NAMES.contains(&word))
}

#[test]
fn colours_stand_in_the_tokens_only() {
    let mut findings = Vec::new();
    for file in files("style", "css").iter().filter(|it| it.path != "style/tokens.css") {
        for (line, text) in file.code() {
            if has_colour(text) || has_colour_name(text) {
                findings.push(file.at(line, "a colour; name it in style/tokens.css"));
            }
        }
    }
    for file in files("src/ui", "rs") {
        for (line, text) in file.code() {
            if has_colour(text) {
                findings.push(file.at(line, "a colour; views use classes and tokens"));
            }
        }
    }
    hold("Light and dark change in one place:", findings);
}

#[test]
fn colours_are_recognised() {
    for line in ["color: #fff;", "a: 1px solid #12ab9F;", "x(oklch(50% 0 0))", "#abcd"] {
        assert!(has_colour(line), "{line}");
    }
    for line in ["#/map/x", "#shell {", "#[cfg(test)]", "color-mix(in oklab, var(--a), var(--b))"] {
        assert!(!has_colour(line), "{line}");
    }
    assert!(has_colour_name("  color: white;"));
    assert!(!has_colour_name("  white-space: nowrap;"));
    assert!(!has_colour_name("  color: var(--red);"));
}

/// What a content security policy refuses or what would let strangers' text become markup.
#[test]
fn views_write_no_markup_and_no_inline_style() {
    let mut findings = Vec::new();
    let mut look = |files: Vec<File>, forbidden: &[&str]| {
        for file in files {
            for (line, text) in file.code() {
                for it in forbidden.iter().filter(|it| standing(text, it).next().is_some()) {
                    findings.push(file.at(line, &format!("`{it}` is not allowed")));
                }
            }
        }
    };
    look(files("src", "rs"), &["inner_html", "set_inner_html", "insert_adjacent_html"]);
    look(files("src/ui", "rs"), &["style="]);
    look(vec![read(&top().join("index.html"))], &["style=", "<style", "onclick=", "onload="]);
    let mut scripts = files("public", "js");
    scripts.retain(|file| !file.path.contains("/examples/"));
    for script in &mut scripts {
        script.text = script.text.replace('.', " ");
    }
    look(
        scripts,
        &["innerHTML", "outerHTML", "insertAdjacentHTML", "eval(", "setAttribute(\"style"],
    );
    hold("The page's content security policy and its people are kept:", findings);
}

/// What is small enough that a rule may look into it to dress a part of it.
const SMALL: &[&str] =
    &[".stage-head", ".step-head", ".card.wordless", ".foot", ".tools-selection"];

/// Selectors that ask an ancestor what it has, to dress something else.
fn asking_around(text: &str) -> impl Iterator<Item = (usize, &str)> {
    (1..).zip(text.lines()).filter(|(_, line)| {
        let line = line.trim();
        let is_selector = line.ends_with('{') || line.ends_with(',');
        let asks = line.find(":has(").filter(|_| is_selector);
        asks.is_some_and(|at| {
            let mut depth = 0;
            let end = line[at..].find(|character| {
                depth += i32::from(character == '(') - i32::from(character == ')');
                depth == 0 && character == ')'
            });
            let rest = line[at + end.unwrap_or(0) + 1..].trim_end_matches(['{', ',', ' ']);
            rest.contains([' ', '>', '~', '+'])
                && !SMALL.iter().any(|small| line[..at].starts_with(small))
        })
    })
}

#[test]
fn styles_do_not_look_into_what_stands_around_the_cards() {
    let mut findings = Vec::new();
    for file in files("style", "css") {
        for (line, _) in asking_around(&file.text) {
            findings.push(file.at(line, ":has() on an ancestor: let a class say it"));
        }
    }
    hold("a card that comes or goes touches no other (style/README.md, Selectors)", findings);
}

#[test]
fn looks_around_are_recognised() {
    let found = |line: &str| asking_around(line).count() == 1;
    assert!(found("body:has(.panel) .notices {"));
    assert!(found(".board-side:has(.look-bar) :is(.insert, .grip) {"));
    assert!(found(".head:has([data-editor]) > .insert,"));
    assert!(!found(".row:has(> .lane-head:hover),"));
    assert!(!found(".card.chosen:has(.sign):not(.dim) {"));
    assert!(!found(".stage-head:has(.head-facts) > .head-name,"));
}

#[test]
fn every_style_sheet_is_linked_once() {
    let page = read(&top().join("index.html"));
    let linked: Vec<&str> =
        page.text.lines().filter(|it| it.contains("rel=\"css\"")).filter_map(href).collect();
    let there: BTreeSet<String> = files("style", "css").into_iter().map(|it| it.path).collect();
    let mut findings = Vec::new();
    for path in &there {
        match linked.iter().filter(|it| *it == path).count() {
            1 => {}
            0 => findings.push(format!("{path}:1: not linked in index.html")),
            _ => findings.push(format!("{path}:1: linked more than once in index.html")),
        }
    }
    for path in linked.iter().filter(|it| !there.contains(**it)) {
        findings.push(format!("index.html: links {path}, which does not exist"));
    }
    hold("One link a style sheet:", findings);
}

fn href(line: &str) -> Option<&str> {
    line.split_once("href=\"")?.1.split('"').next()
}

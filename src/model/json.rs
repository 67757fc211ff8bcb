//! JSON as far as it is kept or read here: rows and preferences of a browser, examples, one text of a
//! document. Numbers are whole; another number is read, and is nobody's value.

mod things;

/// Lists within lists deeper than this are refused, so that no text exhausts the stack.
const DEEPEST: u32 = 100;

/// A JSON value.
#[derive(Clone, PartialEq, Debug)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Whole(i64),
    /// A number that is not whole, or too large.
    Fraction,
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object: its fields by name, in their order.
    Fields(Vec<(String, Json)>),
}

/// What can be read from a JSON value.
pub trait FromJson: Sized {
    /// The value; `None` if the JSON is of another shape.
    fn from_json(json: &Json) -> Option<Self>;
}

impl Json {
    /// Reads a whole text; `None` if it is not JSON.
    pub fn read(text: &str) -> Option<Self> {
        Json::read_to(text).ok()
    }

    /// Reads a whole text.
    ///
    /// # Errors
    /// With the byte up to which it is JSON.
    pub fn read_to(text: &str) -> Result<Self, usize> {
        let mut reader = Reader { text, at: 0 };
        match reader.value(DEEPEST) {
            // White space at the end is stepped over by looking for what follows.
            Some(json) if reader.next() == 0 && reader.at >= text.len() => Ok(json),
            _ => Err(reader.at.min(text.len())),
        }
    }

    /// An object of these fields.
    pub fn fields(fields: Vec<(&str, Json)>) -> Self {
        Json::Fields(fields.into_iter().map(|(name, json)| (name.to_owned(), json)).collect())
    }

    /// A list of texts.
    pub fn texts(texts: &[String]) -> Self {
        Json::List(texts.iter().cloned().map(Json::Text).collect())
    }

    /// A field of an object; `None` if it is missing or this is no object.
    pub fn get(&self, name: &str) -> Option<&Json> {
        let Json::Fields(fields) = self else { return None };
        fields.iter().find(|(known, _)| known == name).map(|(_, json)| json)
    }

    /// What it stands for.
    pub fn to<T: FromJson>(&self) -> Option<T> {
        T::from_json(self)
    }

    /// A field that must be there.
    pub fn need<T: FromJson>(&self, name: &str) -> Option<T> {
        self.get(name)?.to()
    }

    /// Reads a field into its place, which keeps what it has when there is no such field. `None` if the
    /// field holds something else, or this is no object.
    pub fn put<T: FromJson>(&self, name: &str, place: &mut T) -> Option<()> {
        match (self.get(name), self) {
            (Some(json), _) => *place = json.to()?,
            (None, Json::Fields(_)) => {}
            (None, _) => return None,
        }
        Some(())
    }

    /// The JSON text.
    pub fn write(&self) -> String {
        let mut text = String::new();
        self.write_to(&mut text);
        text
    }

    fn write_to(&self, out: &mut String) {
        match self {
            Json::Null | Json::Fraction => out.push_str("null"),
            Json::Bool(true) => out.push_str("true"),
            Json::Bool(false) => out.push_str("false"),
            Json::Whole(number) => out.push_str(&number.to_string()),
            Json::Text(text) => write_text(text, out),
            Json::List(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    item.write_to(out);
                }
                out.push(']');
            }
            Json::Fields(fields) => {
                out.push('{');
                for (at, (name, json)) in fields.iter().enumerate() {
                    if at > 0 {
                        out.push(',');
                    }
                    write_text(name, out);
                    out.push(':');
                    json.write_to(out);
                }
                out.push('}');
            }
        }
    }
}

fn write_text(text: &str, out: &mut String) {
    out.push('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => {
                out.push('\\');
                out.push(character);
            }
            '\0'..='\x1f' => out.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => out.push(character),
        }
    }
    out.push('"');
}

/// A text and how far it was read.
struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next byte that is not white space; 0 at the end.
    fn next(&mut self) -> u8 {
        loop {
            let byte = self.text.as_bytes().get(self.at).copied().unwrap_or(0);
            if !matches!(byte, b' ' | b'\n' | b'\r' | b'\t') {
                return byte;
            }
            self.at += 1;
        }
    }

    /// Steps over `byte` if it is next.
    fn take(&mut self, byte: u8) -> bool {
        let found = self.next() == byte;
        self.at += usize::from(found);
        found
    }

    fn value(&mut self, depth: u32) -> Option<Json> {
        let depth = depth.checked_sub(1)?;
        match self.next() {
            b'"' => self.text().map(Json::Text),
            b'[' => {
                let mut items = Vec::new();
                while self.goes_on(items.is_empty(), b']')? {
                    items.push(self.value(depth)?);
                }
                Some(Json::List(items))
            }
            b'{' => {
                let mut fields = Vec::new();
                while self.goes_on(fields.is_empty(), b'}')? {
                    let name = self.text()?;
                    if !self.take(b':') {
                        return None;
                    }
                    fields.push((name, self.value(depth)?));
                }
                Some(Json::Fields(fields))
            }
            b'-' | b'0'..=b'9' => {
                let rest = &self.text[self.at..];
                let of_number = |byte: u8| b"+-.eE0123456789".contains(&byte);
                let end = rest.bytes().position(|byte| !of_number(byte)).unwrap_or(rest.len());
                self.at += end;
                Some(rest[..end].parse().map_or(Json::Fraction, Json::Whole))
            }
            _ => {
                let words = [("null", Json::Null), ("true", Json::Bool(true))];
                let mut words = words.into_iter().chain([("false", Json::Bool(false))]);
                let (word, json) =
                    words.find(|(word, _)| self.text[self.at..].starts_with(word))?;
                self.at += word.len();
                Some(json)
            }
        }
    }

    /// Whether another item comes before `end`; steps over what opens, divides or ends the list.
    fn goes_on(&mut self, is_first: bool, end: u8) -> Option<bool> {
        if is_first {
            // What opens it: the caller has seen it.
            self.at += 1;
            return Some(!self.take(end));
        }
        if self.take(end) { Some(false) } else { self.take(b',').then_some(true) }
    }

    fn text(&mut self) -> Option<String> {
        if !self.take(b'"') {
            return None;
        }
        let mut text = String::new();
        loop {
            let rest = &self.text[self.at..];
            let end = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f))?;
            text.push_str(&rest[..end]);
            self.at += end + 1;
            match rest.as_bytes()[end] {
                b'"' => return Some(text),
                b'\\' => text.push(self.escaped()?),
                _ => return None,
            }
        }
    }

    /// The character that stands after a backslash.
    fn escaped(&mut self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\x08',
            b'f' => '\x0c',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                if !(0xd800..0xdc00).contains(&first) {
                    return char::from_u32(first);
                }
                self.at += self.text[self.at..].starts_with("\\u").then_some(2)?;
                let second = self.unit()?.checked_sub(0xdc00).filter(|second| *second < 0x400)?;
                return char::from_u32(0x10000 + ((first - 0xd800) << 10) + second);
            }
            _ => return None,
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        self.at += 4;
        u32::from_str_radix(digits, 16).ok()
    }
}

impl FromJson for String {
    fn from_json(json: &Json) -> Option<Self> {
        if let Json::Text(text) = json { Some(text.clone()) } else { None }
    }
}

impl FromJson for bool {
    fn from_json(json: &Json) -> Option<Self> {
        if let Json::Bool(is) = json { Some(*is) } else { None }
    }
}

impl FromJson for i64 {
    fn from_json(json: &Json) -> Option<Self> {
        if let Json::Whole(number) = json { Some(*number) } else { None }
    }
}

impl FromJson for i8 {
    fn from_json(json: &Json) -> Option<Self> {
        i64::from_json(json)?.try_into().ok()
    }
}

impl FromJson for u32 {
    fn from_json(json: &Json) -> Option<Self> {
        i64::from_json(json)?.try_into().ok()
    }
}

impl FromJson for usize {
    fn from_json(json: &Json) -> Option<Self> {
        i64::from_json(json)?.try_into().ok()
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(json: &Json) -> Option<Self> {
        if *json == Json::Null { Some(None) } else { T::from_json(json).map(Some) }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(json: &Json) -> Option<Self> {
        let Json::List(items) = json else { return None };
        let mut all = Vec::new();
        for item in items {
            all.push(item.to()?);
        }
        Some(all)
    }
}

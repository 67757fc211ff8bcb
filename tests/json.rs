//! The reader and writer of JSON, held against another one.

use parcours::model::json::Json;
use parcours::model::{Id, Thing};
use proptest::prelude::*;
use serde_json::Value;

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        "[\"\\\\/\u{0}-\u{1f}é😀]{0,8}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 6, |inner| {
        let fields = prop::collection::btree_map(any::<String>(), inner.clone(), 0..6);
        prop_oneof![
            prop::collection::vec(inner, 0..6).prop_map(Value::from),
            fields.prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}

proptest! {
    #[test]
    fn what_another_writes_is_read_and_what_is_written_another_reads(value in any_json()) {
        let compact = Json::read(&value.to_string()).unwrap();
        let spacious = Json::read(&serde_json::to_string_pretty(&value).unwrap()).unwrap();
        prop_assert_eq!(&compact, &spacious);
        prop_assert_eq!(serde_json::from_str::<Value>(&compact.write()).unwrap(), value);
    }

    #[test]
    fn no_text_makes_it_stop(text in any::<String>(), some in "[\\[\\]{}\",:\\\\u0-9a-fé\n-]{0,40}") {
        let _ = Json::read(&text);
        if let Ok(value) = serde_json::from_str::<Value>(&some) {
            prop_assert!(Json::read(&some).is_some(), "{value}");
        } else {
            let _ = Json::read(&some);
        }
    }
}

#[test]
fn escapes_fractions_and_depth() {
    let text = r#" ["\u00e9\ud83d\ude00\/\b\f\n\r\t\"\\", 1.5, -2e3, 9223372036854775808, -7] "#;
    let read = Json::read(text).unwrap();
    let Json::List(items) = read else { panic!() };
    assert_eq!(items[0], Json::Text("é😀/\u{8}\u{c}\n\r\t\"\\".into()));
    assert_eq!(items[1..], [Json::Fraction, Json::Fraction, Json::Fraction, Json::Whole(-7)]);
    for wrong in
        ["", "[", "[1,]", "{\"a\"}", "{a:1}", "nul", "\"\\ud800\"", "\"\\x\"", "1 2", "\"\n\""]
    {
        assert_eq!(Json::read(wrong), None, "{wrong}");
    }
    assert_eq!(Json::read(&"[".repeat(100_000)), None);
}

#[test]
fn a_thing_is_spelled_as_documents_have_it() {
    let id = Id::parse("6f1dd2d7-5f0c-4f43-8d56-2a2b6d0e9c11").unwrap();
    for thing in [Thing::Map, Thing::Stage(id), Thing::Feeling { persona: id, step: id }] {
        let text = Json::from(thing).write();
        assert_eq!(text, serde_json::to_string(&thing).unwrap());
        assert_eq!(Json::read(&text).and_then(|json| json.to()), Some(thing));
    }
}

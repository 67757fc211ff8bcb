//! Elements being put together, of one type whatever their tags, attributes and children.
//!
//! The methods have the names the `view!` macro of Leptos calls, so they stand in for its own, which
//! are compiled anew for every kind of element, attribute and value. On an element with nothing inside
//! write an attribute every element has (`class`, `aria-label`) first: Leptos' own methods for `type`,
//! `name` and the like come before these as long as the element is still its own.

use super::attribute::{IntoValue, Style, Text, Value};
use super::node_ref::NodeRef;
use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev::EventDescriptor;
use leptos::html::{Custom, ElementType, HtmlElement, custom};
use leptos::prelude::{AddAnyAttr, AnyView, ElementChild, IntoAny, IntoRender};
use leptos::prelude::{IntoMaybeErased, RenderHtml, View};
use leptos::tachys::html::class::class;
use leptos::tachys::html::event::on;
use leptos::tachys::html::node_ref::node_ref;
use leptos::tachys::html::property::prop;
use leptos::tachys::html::style::style;
use leptos::tachys::reactive_graph::SharedReactiveFunction;
use leptos::tachys::view::iterators::StaticVec;
use leptos::wasm_bindgen::{JsCast, JsValue};
use std::borrow::Cow;
use std::sync::Arc;

/// An element being put together.
pub struct ElementBuilder(Box<Parts>);

struct Parts {
    tag: &'static str,
    svg: bool,
    attributes: Vec<AnyAttribute>,
    child: Option<AnyView>,
}

impl ElementBuilder {
    #[inline(never)]
    fn new(tag: &'static str, svg: bool) -> Self {
        ElementBuilder(Box::new(Parts { tag, svg, attributes: Vec::new(), child: None }))
    }

    fn with(mut self, attribute: AnyAttribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    #[inline(never)]
    fn holding(mut self, child: AnyView) -> Self {
        self.0.child = Some(child);
        self
    }

    #[inline(never)]
    fn attribute(self, name: &'static str, value: Value<Text>) -> Self {
        match value {
            Value::Fixed(None) => self,
            Value::Fixed(Some(text)) => self.fixed(name, &text),
            Value::Live(read) => self.with(custom_attribute(name, read).into_any_attr()),
        }
    }

    #[inline(never)]
    fn fixed(self, name: &'static str, text: &str) -> Self {
        self.with(custom_attribute(name, Arc::<str>::from(text)).into_any_attr())
    }

    #[inline(never)]
    fn toggled(self, name: &'static str, value: Value<bool>) -> Self {
        match value {
            Value::Fixed(value) => self.with(class((name, value)).into_any_attr()),
            Value::Live(read) => self.with(class((name, read)).into_any_attr()),
        }
    }

    #[inline(never)]
    fn styled(self, name: &'static str, value: Value<Style>) -> Self {
        match value {
            Value::Fixed(value) => self.with(style((name, value)).into_any_attr()),
            Value::Live(read) => self.with(style((name, read)).into_any_attr()),
        }
    }

    #[inline(never)]
    fn property(self, name: &'static str, value: Value<JsValue>) -> Self {
        match value {
            Value::Fixed(value) => self.with(prop(name, value).into_any_attr()),
            Value::Live(read) => self.with(prop(name, read).into_any_attr()),
        }
    }

    #[inline(never)]
    fn listening(self, event: Cow<'static, str>, run: Box<dyn FnMut(JsValue)>) -> Self {
        self.with(on(leptos::ev::Custom::<JsValue>::new(event), run).into_any_attr())
    }

    #[inline(never)]
    fn found_at(self, place: leptos::prelude::NodeRef<Custom<&'static str>>) -> Self {
        self.with(node_ref(place).into_any_attr())
    }

    #[inline(never)]
    fn view(self) -> AnyView {
        let Parts { tag, svg, attributes, child } = *self.0;
        if !svg {
            // In capitals, as the page itself names it when Leptos asks whether it is the same.
            return dressed(custom(tag.to_ascii_uppercase()), attributes, child);
        }
        match tag {
            "path" => dressed(leptos::svg::path(), attributes, child),
            "line" => dressed(leptos::svg::line(), attributes, child),
            "text" => dressed(leptos::svg::text(), attributes, child),
            "g" => dressed(leptos::svg::g(), attributes, child),
            "circle" => dressed(leptos::svg::circle(), attributes, child),
            _ => dressed(leptos::svg::svg(), attributes, child),
        }
    }
}

fn dressed<E: ElementType>(
    element: HtmlElement<E, (), ()>,
    attributes: Vec<AnyAttribute>,
    child: Option<AnyView>,
) -> AnyView
where
    HtmlElement<E, (), ()>: ElementChild<AnyView, Output = HtmlElement<E, (), StaticVec<AnyView>>>,
{
    match child {
        Some(child) => ElementChild::child(element, child).add_any_attr(attributes).into_any(),
        None => element.add_any_attr(attributes).into_any(),
    }
}

impl IntoRender for ElementBuilder {
    type Output = AnyView;

    fn into_render(self) -> AnyView {
        self.view()
    }
}

impl IntoMaybeErased for ElementBuilder {
    type Output = AnyView;

    fn into_maybe_erased(self) -> AnyView {
        self.view()
    }
}

/// What the `view!` macro of Leptos gives, as a view of the one type.
pub trait Finish {
    /// The view.
    fn finish(self) -> AnyView;
}

impl Finish for View<ElementBuilder> {
    fn finish(self) -> AnyView {
        self.into_inner().view()
    }
}

impl Finish for View<AnyView> {
    fn finish(self) -> AnyView {
        self.into_inner()
    }
}

impl Finish for View<StaticVec<AnyView>> {
    fn finish(self) -> AnyView {
        self.into_inner().into_any()
    }
}

impl<V: RenderHtml + 'static> Finish for SharedReactiveFunction<V> {
    fn finish(self) -> AnyView {
        self.into_any()
    }
}

impl<E: ElementType> Finish for View<HtmlElement<E, (), ()>> {
    fn finish(self) -> AnyView {
        self.into_inner().builder().view()
    }
}

/// A class: the whole attribute, or one name while a condition holds.
pub trait ClassPart<M> {
    /// Gives it to an element.
    fn put(self, element: ElementBuilder) -> ElementBuilder;
}

impl ClassPart<()> for &'static str {
    fn put(self, element: ElementBuilder) -> ElementBuilder {
        element.fixed("class", self)
    }
}

impl ClassPart<()> for String {
    fn put(self, element: ElementBuilder) -> ElementBuilder {
        element.fixed("class", &self)
    }
}

impl<M, V: IntoValue<bool, M>> ClassPart<M> for (&'static str, V) {
    fn put(self, element: ElementBuilder) -> ElementBuilder {
        element.toggled(self.0, self.1.into_value())
    }
}

macro_rules! attributes {
    ($($method:ident $name:literal),* $(,)?) => {
        $(
            #[doc = concat!("The attribute `", $name, "`.")]
            fn $method<M>(self, value: impl IntoValue<Text, M>) -> ElementBuilder {
                self.attr($name, value)
            }
        )*
    };
}

/// What the `view!` macro calls on an element.
pub trait BuildElement: Sized {
    /// The element being put together.
    fn builder(self) -> ElementBuilder;

    /// What is inside.
    fn child<C>(self, child: C) -> ElementBuilder
    where
        C: IntoRender,
        C::Output: RenderHtml + Send,
    {
        self.builder().holding(child.into_render().into_any())
    }

    /// An attribute by name.
    fn attr<M>(self, name: &'static str, value: impl IntoValue<Text, M>) -> ElementBuilder {
        self.builder().attribute(name, value.into_value())
    }

    /// A class.
    fn class<M>(self, part: impl ClassPart<M>) -> ElementBuilder {
        part.put(self.builder())
    }

    /// A style by name.
    fn style<M>(self, (name, value): (&'static str, impl IntoValue<Style, M>)) -> ElementBuilder {
        self.builder().styled(name, value.into_value())
    }

    /// A property by name.
    fn prop<M>(self, name: &'static str, value: impl IntoValue<JsValue, M>) -> ElementBuilder {
        self.builder().property(name, value.into_value())
    }

    /// Something done on an event.
    fn on<D>(self, event: D, mut run: impl FnMut(D::EventType) + 'static) -> ElementBuilder
    where
        D: EventDescriptor,
        D::EventType: From<JsValue>,
    {
        let run = move |event: JsValue| run(event.into());
        self.builder().listening(event.name(), Box::new(run))
    }

    /// Where the element is found once it is there.
    fn node_ref<E: ElementType<Output: JsCast>>(self, place: NodeRef<E>) -> ElementBuilder {
        self.builder().found_at(place.of_any())
    }

    attributes! {
        id "id", role "role", title "title", href "href", r#type "type", name "name", open "open",
        list "list", placeholder "placeholder", size "size", tabindex "tabindex", value "value", rows "rows",
        disabled "disabled", accept "accept", scope "scope", colspan "colspan", multiple "multiple", dir "dir", lang "lang", draggable "draggable",
        alt "alt", src "src", decoding "decoding",
        spellcheck "spellcheck", download "download", hidden "hidden", width "width",
        height "height", min "min", step "step", autocomplete "autocomplete", popover "popover", target "target", rel "rel",
        aria_label "aria-label", aria_posinset "aria-posinset", aria_setsize "aria-setsize",
        aria_colindex "aria-colindex", aria_rowindex "aria-rowindex", aria_colspan "aria-colspan",
        aria_rowcount "aria-rowcount", aria_colcount "aria-colcount", aria_hidden "aria-hidden",
        aria_expanded "aria-expanded", aria_haspopup "aria-haspopup", aria_live "aria-live",
        aria_labelledby "aria-labelledby", aria_disabled "aria-disabled",
        aria_pressed "aria-pressed", aria_current "aria-current", aria_valuetext "aria-valuetext",
        aria_multiline "aria-multiline", aria_invalid "aria-invalid", contenteditable "contenteditable",
        aria_multiselectable "aria-multiselectable", aria_selected "aria-selected",
        aria_controls "aria-controls", aria_autocomplete "aria-autocomplete", aria_sort "aria-sort",
        aria_activedescendant "aria-activedescendant", aria_describedby "aria-describedby", aria_description "aria-description",
    }
}

impl BuildElement for ElementBuilder {
    fn builder(self) -> ElementBuilder {
        self
    }
}

impl<E: ElementType> BuildElement for HtmlElement<E, (), ()> {
    fn builder(self) -> ElementBuilder {
        ElementBuilder::new(E::TAG, E::NAMESPACE.is_some())
    }
}

//! Messages about formatting a text.

super::table! {
    /// Formatting a text.
    Rich;
    toolbar: "Formatting", "Mise en forme";
    bold: "Bold", "Gras";
    italic: "Italic", "Italique";
    link: "Link", "Lien";
    bullets: "Bulleted list", "Liste à puces";
    numbers: "Numbered list", "Liste numérotée";
    address: "Address of the link", "Adresse du lien";
    set_link: "Set link", "Poser le lien";
    remove_link: "Remove link", "Retirer le lien";
    wrong_address: "Only web addresses (https or http) and mail addresses.", "Seulement des adresses web (https ou http) et des adresses e-mail.";
    open_link: "Open link", "Ouvrir le lien";
    hint: "Alt+F10 goes to the formatting toolbar. Shift+Enter begins a new line, Ctrl+Enter opens the link at the caret.", "Alt+F10 mène à la barre de mise en forme. Maj+Entrée commence une ligne, Ctrl+Entrée ouvre le lien sous le curseur.";
}

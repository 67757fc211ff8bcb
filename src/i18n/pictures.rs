//! Messages about pictures on cards and of personas.

super::table! {
    /// Pictures.
    Pictures;
    add: "Add a picture…", "Ajouter une image…";
    replace: "Replace…", "Remplacer…";
    remove: "Remove", "Retirer";
    hint: "Choose a file, or paste or drop one here.", "Choisissez un fichier, collez-le ou déposez-le ici.";
    alt_hint: "Say it in a few words", "En quelques mots";
    alt_why: "Not described yet: whoever can’t see the picture learns nothing of it.", "Pas encore décrite\u{a0}: qui ne voit pas l’image n’en sait rien.";
    undescribed: "picture without a description", "image sans description";
    missing: "Picture not available", "Image non disponible";
    unseen: "Pictures that can’t be shown", "Images impossibles à afficher";
    not_here: "its bytes are not in this copy", "ses données ne sont pas dans cette copie";
    damaged: "its bytes are damaged", "ses données sont endommagées";
    too_large: "larger than the 200 kB a picture may have", "plus lourde que les 200 ko permis";
    used: "Pictures in this map: {0} of {1}", "Images de cette carte\u{a0}: {0} sur {1}";
    unreadable: "“{0}” is no picture that this browser can read. Use a PNG, JPEG, WebP or GIF file.", "«\u{a0}{0}\u{a0}» n’est pas une image que ce navigateur sait lire. Utilisez un fichier PNG, JPEG, WebP ou GIF.";
    pasted: "pasted picture", "image collée";
    full: "the pictures of this map would take more than their {0}. Pictures no longer shown count too: a duplicate of the map leaves them out.", "les images de cette carte dépasseraient les {0} permis. Celles qui ne sont plus affichées comptent aussi\u{a0}: dupliquer la carte les laisse de côté.";
    refused: "the picture is too large or of a form that is not kept.", "l’image est trop lourde ou dans un format non accepté.";
    nowhere: "Select a card or a cell first: the picture goes there.", "Sélectionnez d’abord une fiche ou une case\u{a0}: l’image ira là.";
    stay: "Copied without pictures: they are too large for the clipboard.", "Copié sans les images\u{a0}: elles sont trop lourdes pour le presse-papiers.";
    reading: "Making the picture smaller…", "Réduction de l’image…";
    was_added: "added", "ajoutée";
    was_replaced: "replaced", "remplacée";
    was_removed: "removed", "retirée";
}

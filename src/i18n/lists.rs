//! Messages about the lists beside the board, the goal sheet, and the details of the method.

super::table! {
    /// Touchpoints, sources, linked maps, mentions; the goal sheet; details of columns.
    Lists;
    // What an entry is, what it is called without a name, and how many.
    touchpoint: "Touchpoint", "Point de contact";
    source: "Source", "Source";
    link: "Linked map", "Carte liée";
    mention: "Mention", "Mention";
    unnamed_touchpoint: "Unnamed touchpoint", "Point de contact sans nom";
    unnamed_source: "Unnamed source", "Source sans nom";
    unnamed_link: "Untitled map", "Carte sans titre";
    unnamed_mention: "Unnamed page", "Page sans nom";
    touchpoints: "touchpoint|touchpoints", "point de contact|points de contact";
    sources: "source|sources", "source|sources";
    links: "linked map|linked maps", "carte liée|cartes liées";
    mentions: "mention|mentions", "mention|mentions";
    // The goal sheet.
    goal_sheet: "Goal sheet", "Objectif de la carte";
    goal_texts: "text of the goal sheet|texts of the goal sheet", "texte de l’objectif|textes de l’objectif";
    purpose: "Why this map", "Pourquoi cette carte";
    scope: "Scope", "Périmètre";
    scenario: "Scenario", "Scénario";
    audience: "Who exactly", "Qui exactement";
    decision: "What is to be decided", "Ce qui est à décider";
    success: "Measure of success", "Mesure du succès";
    ties: "Ties", "Liens";
    // Notes of the map.
    outcome: "Customer outcome", "Résultat pour le client";
    works: "What works", "Ce qui marche";
    fails: "What does not work", "Ce qui ne marche pas";
    why: "Why", "Pourquoi";
    // Details by name.
    channel: "Channel", "Canal";
    paid: "Owned, paid or earned", "Propriétaire, payant ou gagné";
    wanted: "Wanted in addition", "Souhaité en plus";
    leads: "What it should lead to", "Ce à quoi il doit mener";
    whom: "For whom", "Pour qui";
    date: "Date", "Date";
    asked: "Who was asked", "Qui a été interrogé";
    note: "Note", "Note";
    linked: "Linked map", "Carte liée";
    at: "Leads from", "Part de";
    results: "Results brought back", "Enseignements remontés";
    traffic: "Traffic", "Fréquentation";
    ideal: "Ideal outcome", "Résultat idéal";
    experience: "Which experience", "Quelle expérience";
    situation: "Situation", "Situation";
    trigger: "Trigger", "Déclencheur";
    first: "First stage", "Première étape";
    last: "Last stage", "Dernière étape";
    measured: "Value now", "Valeur actuelle";
    reached: "Reached", "Atteint";
    result: "New value", "Nouvelle valeur";
    serves: "Goal of the organisation", "Objectif de l’organisation";
    foreseen: "Problems foreseen", "Problèmes prévus";
    dropoff: "Drop-off", "Abandon";
    dropoff_why: "Why people leave", "Pourquoi on abandonne";
    discontent: "Discontent", "Mécontentement";
    discontent_why: "Why people are discontent", "Pourquoi on est mécontent";
    expected: "Touchpoints expected", "Points de contact attendus";
    wished: "Engagement wished for", "Engagement souhaité";
    actual: "Actual engagement", "Engagement réel";
    found: "Found in interviews", "Constaté en entretien";
    intended: "What the brand intends", "Intention de la marque";
    aligned: "Alignment", "Concordance";
    own_feeling: "Own feeling", "Ressenti propre";
    // Words of details.
    owned: "Owned", "Propriétaire";
    paid_for: "Paid", "Payant";
    earned: "Earned", "Gagné";
    prospects: "Prospects", "Prospects";
    customers: "Customers", "Clients";
    both: "Both", "Les deux";
    page: "Page", "Page";
    shop: "Shop", "Boutique";
    employee: "Employee", "Personnel";
    advertisement: "Advertisement", "Publicité";
    billboard: "Billboard", "Affichage";
    event: "Event", "Événement";
    search: "Search result", "Résultat de recherche";
    review: "Review site", "Site d’avis";
    error: "Error page", "Page d’erreur";
    interview: "Interview", "Entretien";
    survey: "Survey", "Enquête";
    test: "User test", "Test utilisateur";
    sales: "Sales feedback", "Retours commerciaux";
    support: "Support feedback", "Retours de l’assistance";
    questions: "Frequent questions", "Questions fréquentes";
    analytics: "Analytics", "Statistiques";
    interested: "Interested", "Intéressés";
    experienced: "Experienced", "Expérimentés";
    yes: "Yes", "Oui";
    partly: "Partly", "En partie";
    no: "No", "Non";
    is_aligned: "Aligned", "Concordant";
    diverging: "Diverging", "Divergent";
    channel_outdoor: "Outdoor", "Affichage extérieur";
    channel_third: "Third party", "Tiers";
}

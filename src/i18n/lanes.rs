//! Messages about lanes: their kinds, the templates made of them, how they are shown.

super::table! {
    /// Lanes and templates.
    Lanes;
    // Kinds of lanes; a new lane is called so.
    kind_actions: "Customer actions", "Actions du client";
    kind_goals: "Customer goals", "Objectifs du client";
    kind_needs: "Needs and desires", "Besoins et désirs";
    kind_motivations: "Motivations", "Motivations";
    kind_thoughts: "Thoughts", "Pensées";
    kind_questions: "Questions", "Questions";
    kind_quotes: "Quotes", "Verbatims";
    kind_emotions: "Emotions", "Émotions";
    kind_pains: "Pain points", "Points de friction";
    kind_delights: "Delights", "Enchantements";
    kind_moments: "Moments of truth", "Moments de vérité";
    kind_touchpoints: "Touchpoints", "Points de contact";
    kind_physical: "Physical evidence", "Preuves tangibles";
    kind_frontstage: "Frontstage actions", "Actions en avant-scène";
    kind_backstage: "Backstage actions", "Actions en coulisses";
    kind_support: "Support processes", "Processus de soutien";
    kind_intent: "Brand intent", "Intention de la marque";
    kind_insights: "Insights", "Enseignements";
    kind_opportunities: "Opportunities", "Opportunités";
    kind_ideas: "Ideas", "Idées";
    kind_solutions: "Solutions", "Solutions";
    kind_metrics: "Metrics", "Indicateurs";
    kind_owner: "Owner", "Responsable";
    kind_images: "Images", "Images";
    kind_text: "Free text", "Texte libre";
    // Hints in empty cells.
    hint_actions: "What does the customer do?", "Que fait le client\u{a0}?";
    hint_goals: "What do they want to achieve?", "Que veut-il accomplir\u{a0}?";
    hint_needs: "What do they need or hope for?", "De quoi a-t-il besoin ou envie\u{a0}?";
    hint_motivations: "Why does it matter to them?", "Pourquoi est-ce important pour lui\u{a0}?";
    hint_thoughts: "What goes through their mind?", "Que se dit-il\u{a0}?";
    hint_questions: "What do they ask themselves?", "Que se demande-t-il\u{a0}?";
    hint_quotes: "What did they say, word for word?", "Qu’a-t-il dit, mot pour mot\u{a0}?";
    hint_emotions: "Click or drag to set a point, or press + and −", "Cliquez ou faites glisser pour placer un point, ou appuyez sur + et −";
    hint_pains: "What goes wrong or annoys?", "Qu’est-ce qui bloque ou agace\u{a0}?";
    hint_delights: "What pleases beyond what was expected?", "Qu’est-ce qui ravit au-delà de l’attendu\u{a0}?";
    hint_moments: "Does everything hang on this?", "Tout se joue-t-il ici\u{a0}?";
    hint_touchpoints: "Where do you meet them?", "Où a lieu le contact\u{a0}?";
    hint_physical: "What do they see, hold or receive?", "Que voit ou reçoit le client\u{a0}?";
    hint_frontstage: "What do staff do before their eyes?", "Que fait le personnel sous ses yeux\u{a0}?";
    hint_backstage: "What do staff do out of sight?", "Que fait le personnel hors de sa vue\u{a0}?";
    hint_support: "Which systems or partners help?", "Quels systèmes, quels partenaires\u{a0}?";
    hint_intent: "What do you want them to feel or do?", "Que voulez-vous qu’il ressente ou fasse\u{a0}?";
    hint_insights: "What did you learn?", "Qu’avez-vous appris\u{a0}?";
    hint_opportunities: "What could be better?", "Que pourrait-on améliorer\u{a0}?";
    hint_ideas: "What could be tried?", "Que pourrait-on essayer\u{a0}?";
    hint_solutions: "What will you do about it?", "Que ferez-vous\u{a0}?";
    hint_metrics: "How much? Type a number", "Combien\u{a0}? Tapez un nombre";
    hint_owner: "Who answers for it?", "Qui en est responsable\u{a0}?";
    hint_images: "What does it look like?", "À quoi cela ressemble-t-il\u{a0}?";
    hint_text: "Type here", "Écrivez ici";
    // The menu of kinds.
    kinds: "Kinds of lanes", "Types de lignes";
    group_customer: "The customer", "Le client";
    group_service: "The service", "Le service";
    group_findings: "Findings and ideas", "Constats et idées";
    group_facts: "Facts", "Repères";
    // Templates: the first stages and lanes of a new map.
    journey_stages: "Discovery|Comparison|Purchase|Use|Help", "Découverte|Comparaison|Achat|Utilisation|Assistance";
    experience_stages: "Awareness|Consideration|Purchase|Onboarding|Use|Support|Loyalty", "Découverte|Évaluation|Achat|Prise en main|Utilisation|Assistance|Fidélité";
    blueprint_stages: "Find|Arrive|Be served|Pay|Leave", "Trouver|Arriver|Être servi|Payer|Repartir";
    touchpoints_stages: "Before|During|After", "Avant|Pendant|Après";
    journey_lanes: "Customer actions|Needs and desires|Touchpoints|Thoughts|Emotions|Pain points|Opportunities|Solutions", "Actions du client|Besoins et désirs|Points de contact|Pensées|Émotions|Points de friction|Opportunités|Solutions";
    linked_hint: "Which situation deserves a journey map of its own?", "Quelle situation mérite sa propre carte de parcours\u{a0}?";
    experience_lanes: "Customer goals|Touchpoints and channels|Emotions|Moments of truth|Brand intent|Insights|Pain points|Opportunities|Linked journeys", "Objectifs du client|Points de contact et canaux|Émotions|Moments de vérité|Intention de la marque|Enseignements|Points de friction|Opportunités|Parcours liés";
    blueprint_lanes: "Physical evidence|Customer actions|Emotions|Frontstage actions|Backstage actions|Support processes", "Preuves tangibles|Actions du client|Émotions|Actions en avant-scène|Actions en coulisses|Processus de soutien";
    touchpoints_lanes: "Owned digital|People, phone, chat|Physical places|Paid media|Third parties|Wanted touchpoints|Intended outcome|Emotions", "Canaux numériques propres|Personnes, téléphone, chat|Lieux physiques|Médias payants|Tiers|Points de contact souhaités|Résultat visé|Émotions";
    new_blueprint: "New service blueprint", "Nouveau blueprint de service";
    new_touchpoints: "New touchpoint map", "Nouvelle carte des points de contact";
    start_blueprint_text: "What the customer sees, what staff do in front of them and behind the scenes, with the lines between.", "Ce que le client voit, ce que fait le personnel devant lui et en coulisses, et les lignes qui les séparent.";
}

// The whole case once more in French, in its main steps: the words of the screen, the numbers, what is found; and
// every part of the method, seen by axe.
import assert from "node:assert/strict";
import { test } from "node:test";
import { methodAccessible } from "./axe.mjs";
import { beside, button, field, grid, kept, leave, noStages, saved, setLine, titled, unfold } from "./hands.mjs";
import { visit } from "./harness.mjs";

const NBSP = "\u00a0";

test("du besoin à la décision\u00a0: the case in French", async () => {
  await visit({ person: { locale: "fr-FR" } }, async (anne) => {
    anne.context.setDefaultTimeout(10_000);
    const page = await anne.open();
    const panel = (name) => beside(page, name);
    const [method, inventory] = [() => panel("Méthode"), () => panel("Points de contact")];
    const more = async (name) => {
      await button(page, "Plus").click();
      await page.getByRole("menuitem", { name, exact: true }).click();
    };
    const part = async (name) => {
      if ((await method().count()) === 0) await more("Méthode");
      await unfold(method().getByRole("button", { name: new RegExp(`^${name}`) }));
    };
    const feel = async (column, ...keys) => {
      await grid(page).getByRole("gridcell", { name: new RegExp(`^${column}, Client${NBSP}?:? `) }).first().focus();
      for (const key of keys) await page.keyboard.press(key);
      await kept(page);
    };
    const says = (name, words) =>
      page.waitForFunction(
        ([name, words]) => [...document.querySelectorAll("[role=columnheader]")].some((it) => it.getAttribute("aria-label") === name && (it.getAttribute("aria-description") ?? "").includes(words)),
        [name, words],
        { polling: 100 },
      );

    // The chooser.
    await button(page, `Quelle carte me faut-il${NBSP}?`).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Trouver des tendances à travers les points de contact").check();
    await dialog.getByLabel("Résoudre un problème précis").check();
    await dialog.getByText("Carte d’expérience · Stratégique").waitFor();
    await dialog.getByRole("button", { name: "Commencer la carte" }).click();
    await grid(page).getByRole("columnheader", { name: "Fidélité" }).waitFor();
    await saved(page);
    await leave(page);

    // Touchpoints before stages; an overlap and a gap.
    await noStages(page);
    await more("Points de contact");
    for (const [name, channel] of [["Boutique en ligne", "Web"], ["Comptoir", "En personne"]]) {
      await inventory().getByRole("textbox", { name: "Nouveau point de contact" }).fill(name);
      await page.keyboard.press("Enter");
      await unfold(button(inventory(), name));
      await setLine(inventory(), "Canal", channel);
      await setLine(inventory(), "Ce à quoi il doit mener", "Une commande");
    }
    for (const name of ["Trouver", "Acheter"]) {
      await button(page, "Ajouter une étape").first().click();
      await field(page).fill(name);
      await page.keyboard.press("Enter");
    }
    await leave(page);
    for (const name of ["Boutique en ligne", "Comptoir"]) {
      await unfold(button(inventory(), name));
      await inventory().getByRole("checkbox", { name: "Acheter", exact: true }).check();
    }
    await button(inventory(), `Acheter${NBSP}: Boutique en ligne, Comptoir jouent le même rôle. Chacun aide-t-il quelqu’un${NBSP}?`).waitFor();
    await button(inventory(), `Aucun point de contact à l’étape «${NBSP}Trouver${NBSP}». Est-ce pour cela que l’on part${NBSP}?`).waitFor();

    // A low column leads into a journey map.
    await feel("Trouver", "+", "+");
    await feel("Acheter", "-", "-", "-");
    await says("Acheter", "ressort en mal");
    await part("Parcours et enseignements");
    await method().locator(".journey-column").filter({ hasText: "Acheter" }).getByText(/ressenti à −1,5/).waitFor();
    await button(page, "Créer une carte de parcours depuis Acheter").click();
    await titled(page, "Acheter – Nouvelle carte d’expérience");
    await leave(page);

    // Its goal, what it rests on, its conclusion; the results go back.
    await part("Objectif");
    await setLine(method(), "Résultat idéal", "Payé du premier coup");
    await part("Personas et recherche");
    await setLine(method(), "Ajouter une source au journal", "Entretiens au comptoir");
    await method().locator("details.method-item summary").click();
    await method().getByRole("group", { name: "Qui a été interrogé" }).getByLabel("Clients").check();
    await method().locator("details.method-item summary").getByText("Clients").waitFor();
    await grid(page).getByRole("gridcell", { name: /, Client/ }).first().focus();
    for (let step = 0; step < 4; step += 1) await page.keyboard.press("-");
    await part("Parcours et enseignements");
    const line = method().locator(".detail", { hasText: "Ce qui ne marche pas" }).getByPlaceholder("Ajouter une entrée");
    await line.fill("Deux comptes à créer");
    await line.press("Enter");
    await kept(page);
    await methodAccessible(page, "carte de parcours");
    await button(page, "Remonter les enseignements dans Nouvelle carte d’expérience").click();
    await page.getByText("Les enseignements sont maintenant dans").waitFor();
    const back = () => page.getByRole("navigation", { name: "Où se situe ce parcours" }).getByRole("link").click();
    await back();
    await titled(page, "Nouvelle carte d’expérience");
    await part("Parcours et enseignements");
    const journey = method().locator(".journey");
    await journey.getByText(/^Remontés\u{a0}: aujourd’hui/u).waitFor();
    await journey.getByText("moyenne −2,0, 1 point").waitFor();
    await journey.getByText("Deux comptes à créer").waitFor();
    await journey.getByText("À jour").waitFor();

    // The journey goes on: the stage says so.
    await method().getByRole("link", { name: "Ouvrir Acheter – Nouvelle carte d’expérience" }).click();
    await titled(page, "Acheter – Nouvelle carte d’expérience");
    await leave(page);
    await grid(page).getByRole("gridcell", { name: /, Client/ }).first().focus();
    await page.keyboard.press("+");
    await kept(page);
    await back();
    await titled(page, "Nouvelle carte d’expérience");
    await says("Acheter", "A changé depuis");
    await grid(page).getByRole("columnheader", { name: "Acheter" }).getByText("A changé depuis").waitFor();
    await part("Objectif");
    await methodAccessible(page, "carte d’expérience");
    assert.equal(await method().getByText(/\bundefined\b|\{\d\}/).count(), 0);
  });
});

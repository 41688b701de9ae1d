import { expect, test } from "vitest";
import type { Grant } from "@/lib/permissions/load-actor";
import { grantSentence, type RoleTerms, type RoleVoice, roleInWords } from "./grant-sentence";

const place = (name: string) => ({ number: 1, code: name, name });
const tag = (name: string) => ({ number: 1, name });

const bare: Grant = {
  id: "g",
  role: "root",
  places: [],
  partnerships: [],
  partner: null,
  grantedAt: new Date("2026-01-01T00:00:00Z"),
  grantedBy: null,
  endsOn: null,
};

const cases: readonly [Partial<Grant>, string][] = [
  [{ role: "root" }, "You look after everything."],
  [{ role: "neighbourhood_admin", places: [place("Hulme")] }, "You look after Hulme."],
  [
    { role: "partnership_admin", places: [place("Hulme"), place("Moss Side")], partnerships: [tag("Age Friendly")] },
    "You look after Hulme and Moss Side for Age Friendly.",
  ],
  [{ role: "partner_admin", partner: { id: "p", name: "Hulme Garden Centre" } }, "You administer Hulme Garden Centre."],
  [{ role: "root", endsOn: "2026-12-31" }, "You look after everything, until 31 December 2026."],
];

test.each(cases)("a grant %j reads: %s", (grant, sentence) => {
  expect(grantSentence({ ...bare, ...grant })).toEqual({ id: "g", text: sentence, complete: true });
});

test.each([
  [{ places: [place("Hulme")] }, "over Hulme", "no partnership"],
  [{ partnerships: [tag("Age Friendly")] }, "over Age Friendly", "no neighbourhood"],
  [{}, "Your partnership role gives nothing", "no neighbourhood and no partnership"],
])("an incomplete partnership grant says what is missing and whom to ask", (held, over, missing) => {
  const sentence = grantSentence({ ...bare, role: "partnership_admin", ...held });
  expect(sentence.complete).toBe(false);
  expect(sentence.text).toContain(over);
  expect(sentence.text).toContain(missing);
  expect(sentence.text).toContain("Ask root");
});

test("an area role without any area says so in its own name", () => {
  const { text, complete } = grantSentence({ ...bare, role: "neighbourhood_admin" });
  expect(complete).toBe(false);
  expect(text).toBe(
    "Your neighbourhood role gives nothing yet, because no neighbourhood has been chosen for it. Ask root to complete it.",
  );
});

test.each<[Partial<Grant>, RoleVoice, string]>([
  [{ role: "root" }, { who: "Amina Noor" }, "Amina Noor looks after everything."],
  [{ role: "root" }, { who: "Amina Noor", would: true }, "Amina Noor would look after everything."],
  [
    { role: "neighbourhood_admin", places: [place("Hulme")], endsOn: "2026-12-31" },
    { who: "Amina Noor", would: true },
    "Amina Noor would look after Hulme, until 31 December 2026.",
  ],
  [
    { role: "partner_admin", partner: { id: "p", name: "Siop" } },
    { who: "Amina Noor" },
    "Amina Noor administers Siop.",
  ],
  [
    { role: "partner_admin", partner: { id: "p", name: "Siop" } },
    { who: null, would: true },
    "You would administer Siop.",
  ],
  [
    { role: "support" },
    { who: "Amina Noor", would: true },
    "Amina Noor would be support staff. Support has no part in places, so this role opens no partner.",
  ],
])("of others, a grant %j reads as %j: %s", (grant, voice, sentence) => {
  const terms: RoleTerms = { ...bare, ...grant };
  expect(roleInWords(terms, voice)).toEqual({ text: sentence, complete: true });
});

test("of others, a role without an area says what it lacks, and asks nobody to mend it", () => {
  const terms: RoleTerms = { ...bare, role: "neighbourhood_admin" };
  const text = "This neighbourhood role gives nothing yet, because no neighbourhood has been chosen for it.";
  expect(roleInWords(terms, { who: "Amina Noor" })).toEqual({ text, complete: false });
});

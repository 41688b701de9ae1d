import { dayInWords } from "@/components/patterns/instant";
import { listed } from "@/components/patterns/listed";
import type { Role } from "@/lib/permissions/catalogue";

type Named = Readonly<{ name: string }>;

/** What a role is held over and until when (`YYYY-MM-DD`), as every list, record and proposal of roles has it. */
export type RoleTerms = Readonly<{
  role: Role;
  places: readonly Named[];
  partnerships: readonly Named[];
  partner: Named | null;
  endsOn: string | null;
}>;

/** Of whom it is told: the reader (null) or somebody by name, who holds the role or would if it were given. */
export type RoleVoice = Readonly<{ who: string | null; would?: boolean }>;

/** One role in plain words: what it gives, or what it lacks and who could mend that. `complete` is false where it gives nothing yet. */
export type GrantSentence = { id: string; text: string; complete: boolean };

/** What a grant means for the person who holds it. */
export function grantSentence(grant: RoleTerms & Readonly<{ id: string }>): GrantSentence {
  return { id: grant.id, ...roleInWords(grant, { who: null }) };
}

/** What a role means: "You look after Hulme.", "Amina Noor looks after Hulme.", "Amina Noor would look after Hulme." */
export function roleInWords(terms: RoleTerms, voice: RoleVoice): { text: string; complete: boolean } {
  const missing = missingOf(terms);
  if (missing.length > 0) return { text: lacking(terms, missing, voice), complete: false };
  return { text: given(terms, voice).replace(/\.$/, ending(terms)), complete: true };
}

// "Hulme", "Hulme and Moss Side", "Ardwick, Hulme and Moss Side".
function inWords(names: readonly Named[]): string {
  return listed(names.map(({ name }) => name));
}

function given({ role, places, partnerships, partner }: RoleTerms, voice: RoleVoice): string {
  const lookAfter = saying(voice, "look after", "look after", "looks after");
  switch (role) {
    case "root":
      return `${lookAfter} everything.`;
    case "support":
      return `${saying(voice, "be", "are", "is")} support staff. Support has no part in places, so this role opens no partner.`;
    case "neighbourhood_admin":
      return `${lookAfter} ${inWords(places)}.`;
    case "partnership_admin":
      return `${lookAfter} ${inWords(places)} for ${inWords(partnerships)}.`;
    case "partner_admin":
      return `${saying(voice, "administer", "administer", "administers")} ${partner?.name ?? "a partner"}.`;
  }
}

function saying({ who, would = false }: RoleVoice, bare: string, you: string, third: string): string {
  if (would) return `${who ?? "You"} would ${bare}`;
  return who === null ? `You ${you}` : `${who} ${third}`;
}

/** A role over areas without an area gives nothing, nor does one for partnerships without any. Source: places.md section 2. */
function missingOf({ role, places, partnerships }: RoleTerms): string[] {
  const overAreas = role === "neighbourhood_admin" || role === "partnership_admin";
  return [
    ...(overAreas && places.length === 0 ? ["neighbourhood"] : []),
    ...(role === "partnership_admin" && partnerships.length === 0 ? ["partnership"] : []),
  ];
}

/** Only root can complete such a role (places.md section 2). */
function lacking({ role, places, partnerships }: RoleTerms, missing: readonly string[], { who }: RoleVoice): string {
  const kind = role === "partnership_admin" ? "partnership" : "neighbourhood";
  const held = [...places, ...partnerships];
  const over = held.length === 0 ? "" : ` over ${inWords(held)}`;
  const whose = who === null ? "Your" : "This";
  const help = who === null ? " Ask root to complete it." : "";
  return `${whose} ${kind} role${over} gives nothing yet, because no ${missing.join(" and no ")} has been chosen for it.${help}`;
}

function ending({ endsOn }: RoleTerms): string {
  if (endsOn === null) return ".";
  return `, until ${dayInWords(endsOn)}.`;
}

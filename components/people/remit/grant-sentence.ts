import type { Grant } from "@/lib/permissions/load-actor";

/** One role in plain words: what it gives, or what it lacks and who could mend that. `complete` is false where it gives nothing yet. */
export type GrantSentence = { id: string; text: string; complete: boolean };

/** What a grant means for the person who holds it. */
export function grantSentence(grant: Grant): GrantSentence {
  const complete = grant.role !== "partnership_admin" || (grant.places.length > 0 && grant.partnerships.length > 0);
  return { id: grant.id, text: complete ? given(grant).replace(/\.$/, ending(grant)) : lacking(grant), complete };
}

// "Hulme", "Hulme and Moss Side", "Ardwick, Hulme and Moss Side".
function inWords(names: readonly string[]): string {
  return new Intl.ListFormat("en-GB", { type: "conjunction" }).format(names);
}

function given({ role, places, partnerships, partner }: Grant): string {
  const area = inWords(places.map(({ name }) => name));
  switch (role) {
    case "root":
      return "You look after everything.";
    case "support":
      return "You are support staff. Support has no part in places, so this role opens no partner.";
    case "neighbourhood_admin":
      return `You look after ${area}.`;
    case "partnership_admin":
      return `You look after ${area} for ${inWords(partnerships.map(({ name }) => name))}.`;
    case "partner_admin":
      return `You administer ${partner?.name ?? "a partner"}.`;
  }
}

/** Only a partnership grant can be incomplete, and only root can complete it (places.md section 2). */
function lacking({ places, partnerships }: Grant): string {
  const missing = [
    places.length === 0 ? ["neighbourhood"] : [],
    partnerships.length === 0 ? ["partnership"] : [],
  ].flat();
  const held = [...places, ...partnerships].map(({ name }) => name);
  const over = held.length === 0 ? "" : ` over ${inWords(held)}`;
  return `Your partnership role${over} gives nothing yet, because no ${missing.join(" and no ")} has been chosen for it. Ask root to complete it.`;
}

function ending({ endsOn }: Grant): string {
  if (endsOn === null) return ".";
  const day = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${endsOn}T00:00:00Z`),
  );
  return `, until ${day}.`;
}

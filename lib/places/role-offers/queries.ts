import "server-only";
import type { GrantValues } from "@/lib/people/grants/schemas";
import type { Actor } from "@/lib/permissions/load-actor";
import { getNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import type { FoundPlace } from "@/lib/places/neighbourhoods/schemas";
import { listFilterTags } from "@/lib/places/partner-filters/queries";
import { listPartners } from "@/lib/places/partner-list/queries";
import { readPartnerListQuery } from "@/lib/places/partner-list/schemas";
import { PARTNERS_OFFERED } from "./constants";

/** A partner that a role could be held over: `key` names it in an address, `places` tells it from others of its name. */
export type OfferedPartner = Readonly<{ key: string; name: string; places: readonly string[] }>;

/** What the form for a role offers, as far as the role that is chosen needs it. */
export type RoleOffer = Readonly<{
  /** The chosen neighbourhoods with their names, those that there are. */
  places: readonly FoundPlace[];
  /** Every partnership that the actor may choose. */
  partnerships: readonly Readonly<{ id: string; name: string }>[];
  /** The first partners in the actor's remit that the text finds, and how many it finds in all. */
  partners: Readonly<{ text: string; found: readonly OfferedPartner[]; total: number }>;
}>;

const nothing: RoleOffer = { places: [], partnerships: [], partners: { text: "", found: [], total: 0 } };

/** What the form for this role offers its reader, in at most four statements. `text`: what a partner is searched by. */
export async function getRoleOffer(
  actor: Actor,
  { role, neighbourhoods }: GrantValues,
  text: string,
): Promise<RoleOffer> {
  switch (role) {
    case "neighbourhood_admin":
      return { ...nothing, places: await chosenPlaces(actor, neighbourhoods) };
    case "partnership_admin": {
      const [places, tags] = await Promise.all([chosenPlaces(actor, neighbourhoods), listFilterTags(actor)]);
      const partnerships = tags.filter(({ kind }) => kind === "partnership").map(({ id, name }) => ({ id, name }));
      return { ...nothing, places, partnerships };
    }
    case "partner_admin":
      return { ...nothing, partners: await findPartners(actor, text) };
    default:
      return nothing;
  }
}

async function chosenPlaces(actor: Actor, codes: readonly string[]): Promise<readonly FoundPlace[]> {
  if (codes.length === 0) return [];
  return (await getNeighbourhoods(actor, codes, { kind: "any" })) ?? [];
}

async function findPartners(actor: Actor, text: string): Promise<RoleOffer["partners"]> {
  const query = readPartnerListQuery({ q: text });
  const { partners, total } = await listPartners(actor, query);
  const found = partners
    .slice(0, PARTNERS_OFFERED)
    .map(({ id, externalId, name, placeNames }) => ({ key: externalId ?? id, name, places: placeNames }));
  return { text: query.text, found, total };
}

import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { roleGrants } from "@/db/schema/grants";
import { users } from "@/db/schema/people";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { today } from "@/lib/platform/clock";
import type { PlacePath, PlacesAttribute, Relation, ScalarAttribute, SetAttribute } from "../engine/attributes";

/** What rules about partners may ask: the record's places and tags, never its texts. */
export interface PartnerFacts {
  readonly id: string;
  /** One path for each place: the address's neighbourhood and the service areas, as a set. */
  readonly places: readonly PlacePath[];
  /** Numbers of the partnership tags carried. */
  readonly partnerships: readonly number[];
}

/** What rules about a change to a partner may ask beside the record itself: the one place or tag that comes or goes. */
export interface PartnerChangeFacts extends PartnerFacts {
  readonly change: { readonly places: readonly PlacePath[]; readonly tags: readonly number[] };
}

/** What rules about tags may ask. */
export interface TagFacts {
  readonly number: number;
  readonly kind: "category" | "facility" | "partnership";
}

/** What rules about people may ask: who it is and the partners that this person administers. */
export interface UserFacts {
  readonly id: string;
  readonly administers: readonly PartnerFacts[];
}

/** What rules about the portal and about neighbourhoods may ask: nothing beyond the grant itself. */
export type NoFacts = Record<never, never>;

/** The attributes of partners. */
export const partner = {
  id: {
    name: "partner.id",
    shape: "scalar",
    get: (facts) => facts.id,
    column: partners.id,
  } as ScalarAttribute<PartnerFacts>,
  places: {
    name: "partner.places",
    shape: "places",
    get: (facts) => facts.places,
    columns: { scope: partners.scopeIds, each: partners.placeIds },
  } as PlacesAttribute<PartnerFacts>,
  partnerships: {
    name: "partner.partnerships",
    shape: "set",
    get: (facts) => facts.partnerships,
    column: partners.partnershipIds,
  } as SetAttribute<PartnerFacts>,
};

/** The attributes of one atomic change to a partner. */
export const change = {
  places: {
    name: "change.places",
    shape: "places",
    get: (facts) => facts.change.places,
    columns: null,
  } as PlacesAttribute<PartnerChangeFacts>,
  tags: {
    name: "change.tags",
    shape: "set",
    get: (facts) => facts.change.tags,
    column: null,
  } as SetAttribute<PartnerChangeFacts>,
};

/** The attributes of tags. */
export const tag = {
  number: {
    name: "tag.number",
    shape: "scalar",
    get: (facts) => facts.number,
    column: tags.number,
  } as ScalarAttribute<TagFacts>,
  kind: {
    name: "tag.kind",
    shape: "scalar",
    get: (facts) => facts.kind,
    column: tags.kind,
  } as ScalarAttribute<TagFacts>,
};

/** The attributes of people. */
export const user = {
  id: { name: "user.id", shape: "scalar", get: (facts) => facts.id, column: users.id } as ScalarAttribute<UserFacts>,
  administers: {
    name: "user.administers",
    get: (facts) => facts.administers,
    exists: (condition: SQL | null) =>
      sql`exists (select 1 from ${roleGrants} inner join ${partners} on ${partners.id} = ${roleGrants.partnerId} where ${roleGrants.userId} = ${users.id} and ${roleGrants.role} = 'partner_admin' and ${inForce()} and ${condition ?? sql`true`})`,
  } as Relation<UserFacts, PartnerFacts>,
};

/** The tables behind the types that have lists. */
export const tables = { neighbourhood: neighbourhoods, tag: tags, partner: partners, user: users } as const;

/** The SQL condition that a row of `role_grants` is in force today. */
export function inForce(): SQL {
  return sql`(${roleGrants.endedAt} is null and (${roleGrants.endsOn} is null or ${roleGrants.endsOn} >= ${today()}))`;
}

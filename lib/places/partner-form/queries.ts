import "server-only";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { neighbourhoods, tags } from "@/db/schema/places";
import { auditEvents } from "@/db/schema/platform";
import { newId } from "@/lib/permissions/catalogue";
import { type Decision, decide } from "@/lib/permissions/decide";
import type { PlacePath } from "@/lib/permissions/engine/attributes";
import type { PartnerChangeFacts, PartnerFacts } from "@/lib/permissions/facts/attributes";
import type { Actor } from "@/lib/permissions/load-actor";
import { partnerParts } from "@/lib/permissions/policies/partner";
import { unknownNumber } from "@/lib/permissions/proposals/partner-change";
import { readsTag } from "@/lib/permissions/readable-tags";
import { answerPart, listCondition, type PartAnswer, scopeOf } from "@/lib/permissions/scope";
import { readPartner } from "@/lib/places/partner-changes/queries";
import type { PartnerValues, SavedPartner } from "@/lib/places/partner-changes/schemas";
import { factsOf, wordsOf } from "@/lib/places/partner-conflicts/queries";
import { mayCreate, maySetSlug } from "@/lib/places/partner-creation/queries";
import { pathNames } from "@/lib/places/place-paths/queries";

/** A tag that may be chosen. `id` is what the form posts. */
export type ChoosableTag = { id: string; name: string; kind: "category" | "facility" | "partnership" };

/** Something that the partner carries now, and why it may not be taken away, if so. */
type Carried = { mayRemove: boolean /** Why not, in words; null where it may be. */; reason: string | null };

/** A place that the partner has now. `path` holds the names from itself up to the country. */
type PresentPlace = {
  code: string;
  name: string;
  unit: string;
  path: string[];
  /** It may be taken out but not put back: beyond the actor's area. Source: domains/places.md section 4. */
  beyondArea: boolean;
};

/** A service area that the partner has now. */
export type CarriedPlace = Carried & PresentPlace;

/** A tag that the partner carries now and the actor may read. */
export type CarriedTag = Carried & ChoosableTag;

/** Everything that the edit form of one partner needs. All that "may" was judged by the engine. */
export type PartnerForm = {
  partner: { id: string; externalId: string | null; name: string };
  /** What a save names, so that a change made meanwhile is noticed. */
  version: number;
  /** The present value of each text field; blank where there is none. `slug` is there for reading also where it may not change. */
  values: PartnerValues;
  /** The address's neighbourhood, and whether the address may move to another one or be cleared. A correction that stays there always may. */
  addressPlace: {
    place: PresentPlace | null;
    mayChange: boolean;
    reason: string | null;
  };
  serviceAreas: CarriedPlace[];
  tags: CarriedTag[];
  /** Tags carried whose names the actor may not read; they survive every save. */
  unseenTags: number;
  addableTags: ChoosableTag[];
  slug: { mayChange: boolean; reason: string | null };
  /** The partner as it was looked at, for a conflict that a save may meet: in the words of `StaleRecord`. */
  loaded: Readonly<{
    values: PartnerValues;
    facts: Readonly<Record<string, string>>;
    words: Readonly<Record<string, string>>;
  }>;
};

/**
 * The edit form of a partner, judged for this actor; null where the partner is out of sight. `form` is null where the
 * decision is no.
 */
export async function getPartnerForEdit(
  actor: Actor,
  partnerId: string,
): Promise<{ decision: Decision; form: PartnerForm | null } | null> {
  return readTransaction(async (tx) => {
    const partner = await readPartner(tx, actor, partnerId);
    if (partner === null) return null;
    const decision = await decide(tx, { actor, action: "update", resource: { type: "partner", id: partner.id } });
    return { decision, form: decision.outcome === "deny" ? null : await formOf(tx, actor, partner) };
  });
}

async function formOf(tx: Transaction, actor: Actor, partner: SavedPartner): Promise<PartnerForm> {
  const places = await readPlaces(tx, partner);
  const rows = await readTags(tx, actor, partner);
  const carried = rows.filter((tag) => tag.carried);
  const { id, externalId, name, version, values } = partner;
  const judge = judgeOf(actor, {
    id,
    places: places.map(({ numbers }) => numbers),
    partnerships: carried.filter(({ kind }) => kind === "partnership").map(({ number }) => number),
  });
  const readable = carried.filter((tag) => readsTag(actor, id, tag));
  const at = places.find(({ code }) => code === partner.addressPlace?.code);
  // What is named twice is left in one place by taking away the other: no place comes or goes.
  const removal = (place: PlaceRow, twice: boolean) => (twice ? free : judge.removal(place.numbers));
  const present = ({ code, name: called, unit, path, numbers }: PlaceRow): PresentPlace => {
    const beyondArea = judge.removal(numbers).allowed && !judge.addition(numbers).allowed;
    return { code, name: called, unit, path, beyondArea };
  };
  return {
    partner: { id, externalId, name },
    version,
    values,
    addressPlace: {
      place: at === undefined ? null : present(at),
      ...changeable(at === undefined ? free : removal(at, at.served)),
    },
    serviceAreas: places
      .filter(({ served }) => served)
      .map((place) => ({ ...present(place), ...removable(removal(place, place === at)) })),
    tags: readable.map((tag) => ({ ...choosable(tag), ...removable(judge.tag(tag, "remove")) })),
    unseenTags: carried.length - readable.length,
    addableTags: rows.filter((tag) => !tag.carried && judge.tag(tag, "add").allowed).map(choosable),
    slug: changeable(judge.slug()),
    loaded: {
      values,
      facts: factsOf(partner, (tagId) => readable.some((tag) => tag.id === tagId)),
      words: wordsOf(partner.addressPlace),
    },
  };
}

const free: PartAnswer = { allowed: true, reason: null };

function removable({ allowed, reason }: PartAnswer): Carried {
  return { mayRemove: allowed, reason };
}

function changeable({ allowed, reason }: PartAnswer) {
  return { mayChange: allowed, reason };
}

function choosable({ id, externalId, name, kind }: TagRow): ChoosableTag {
  return { id: externalId ?? id, name, kind };
}

/** The engine's answers to the parts that a form offers. */
function judgeOf(actor: Actor, record: PartnerFacts) {
  const answer = (
    action: string,
    fallback: Parameters<typeof answerPart>[2]["fallback"],
    change: Partial<PartnerChangeFacts["change"]>,
  ) => {
    const facts: PartnerChangeFacts = { ...record, change: { places: [], tags: [], ...change } };
    return answerPart(actor, "partner", { action, facts, fallback });
  };
  return {
    removal: (path: PlacePath) => answer(partnerParts.removePlace, "outside_reach", { places: [path] }),
    addition: (path: PlacePath) => answer(partnerParts.addPlace, "outside_reach", { places: [path] }),
    slug: () => answer(partnerParts.slug, "field_not_yours", {}),
    tag: ({ kind, number }: TagRow, way: "add" | "remove") => {
      if (kind !== "partnership") return answer(partnerParts.tag, "no_grant", {});
      const part = way === "add" ? partnerParts.addPartnership : partnerParts.removePartnership;
      return answer(part, "tag_not_yours", { tags: [number] });
    },
  };
}

type PlaceRow = { code: string; name: string; unit: string; path: string[]; numbers: number[]; served: boolean };

/** The address's place and the service areas, each once. */
async function readPlaces(tx: Transaction, partner: SavedPartner): Promise<PlaceRow[]> {
  const served = partner.serviceAreas.map(({ code }) => code);
  const codes = JSON.stringify([...served, partner.addressPlace?.code ?? ""]);
  const rows = await tx.execute<Omit<PlaceRow, "served">>(sql`
    select ${neighbourhoods.code} as "code", ${neighbourhoods.name} as "name", ${neighbourhoods.unit} as "unit",
      ${neighbourhoods.path} as "numbers",
      ${pathNames()} as "path"
    from ${neighbourhoods}
    where ${neighbourhoods.code} in (select json_array_elements_text(${codes}::text::json))
    order by ${neighbourhoods.name}, ${neighbourhoods.id}`);
  return rows.map((row) => ({ ...row, served: served.includes(row.code) }));
}

/** A tag with what the engine asks of it, and whether the partner carries it. */
export type TagRow = ChoosableTag & { externalId: string | null; number: number; carried: boolean };

/** The tags that the actor may see anywhere, and those that the partner carries, in one statement. */
export async function readTags(tx: Transaction, actor: Actor, partner: SavedPartner | null): Promise<TagRow[]> {
  const ids = JSON.stringify(partner?.tags.map(({ id }) => id) ?? []);
  const carried: SQL<boolean> = sql`${tags.id} in (select json_array_elements_text(${ids}::text::json)::uuid)`;
  const rows = await tx.execute<TagRow>(sql`
    select ${tags.id} as "id", ${tags.externalId} as "externalId", ${tags.name} as "name", ${tags.kind} as "kind",
      ${tags.number} as "number", ${carried} as "carried"
    from ${tags} where ${carried} or (${scopeOf(actor, "tag", "view")})
    order by ${tags.kind} desc, lower(${tags.name}), ${tags.id}`);
  return [...rows];
}

/** What the form of a new partner needs. */
export type NewPartnerForm = {
  /** Tags that a new partner of this actor's may carry. */
  addableTags: ChoosableTag[];
  /** Whether one of the partnerships must be chosen: this actor creates for partnerships alone. */
  needsPartnership: boolean;
  /** Whether the public address may be set: a matter of root's. */
  maySetSlug: boolean;
};

/** Whether this actor may create partners at all (somewhere), and if so the form. `reasons` say why not, in words. */
export async function getNewPartnerForm(
  actor: Actor,
): Promise<{ allowed: boolean; reasons: Decision["reasons"]; form: NewPartnerForm | null }> {
  return readTransaction(async (tx) => {
    if (listCondition(actor, "partner", "create").rows === "none") {
      const { reasons } = await decide(tx, { actor, action: "create", resource: { type: "partner", id: newId } });
      return { allowed: false, reasons, form: null };
    }
    // A partner that lies where one may create at all, and nowhere in particular for whoever may do so everywhere.
    const places = [[unknownNumber], ...actor.grants.flatMap((grant) => grant.places.map(({ number }) => [number]))];
    const mayCarry = (partnerships: readonly number[]) =>
      places.some((path) => mayCreate(actor, { id: "", places: [path], partnerships }));
    const rows = await readTags(tx, actor, null);
    return {
      allowed: true,
      reasons: [],
      form: {
        addableTags: rows.filter(({ kind, number }) => kind !== "partnership" || mayCarry([number])).map(choosable),
        needsPartnership: !mayCarry([]),
        maySetSlug: maySetSlug(actor),
      },
    };
  });
}

/**
 * What the actor's own last save of the partner did beyond their area: the names of the places taken out, which the page
 * says after that save. Read from the trail, so that no address can make the page say something else.
 * @param partnerId the UUID.
 */
export async function getSaveSummary(actor: Actor, partnerId: string): Promise<{ removedBeyondArea: string[] }> {
  const [last] = await readTransaction((tx) =>
    tx
      .select({ after: auditEvents.after })
      .from(auditEvents)
      .where(
        and(
          eq(auditEvents.resourceType, "partner"),
          eq(auditEvents.resourceId, partnerId),
          eq(auditEvents.actorId, actor.userId),
          eq(auditEvents.action, "partner.update"),
        ),
      )
      .orderBy(desc(auditEvents.id))
      .limit(1),
  );
  const after = last?.after as { removedBeyondArea?: { name: string }[] } | null | undefined;
  return { removedBeyondArea: (after?.removedBeyondArea ?? []).map(({ name }) => name) };
}

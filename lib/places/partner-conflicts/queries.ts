import "server-only";
import type { Transaction } from "@/db/client";
import { lastEditor } from "@/lib/people/last-editors/queries";
import type { Actor } from "@/lib/permissions/load-actor";
import { readPosted } from "@/lib/places/partner-changes/queries";
import type { NamedPlace, PostedRecords, SavedPartner } from "@/lib/places/partner-changes/schemas";
import type { StaleRecord } from "@/lib/platform/errors";

/** The acts that raise a partner's version; others, such as a new admin, stand in its trail as well. */
const VERSION_RAISING = ["partner.create", "partner.update", "partner.hide", "partner.unhide"];

/**
 * How the partner stands now, for somebody who was looking at an older version. At most two statements.
 * @param posted what the keys of their form stand for, whose fields are then told too; null for a button alone.
 */
export async function staleRecordOf(
  tx: Transaction,
  actor: Actor,
  partner: SavedPartner,
  posted: PostedRecords | null,
): Promise<StaleRecord> {
  const { version, updatedAt: at, values, id, externalId } = partner;
  const changed = { type: "partner", keys: [id, externalId ?? id], acts: VERSION_RAISING } as const;
  const record = { version, by: await lastEditor(tx, actor, { ...changed, changedAt: new Date(at) }), at };
  if (posted === null) return { ...record, values: {} };
  const carried = await readPosted(tx, actor, partner, { places: [], tags: partner.tags.map(({ id }) => id) });
  const sent = [...posted.places].map(([key, { name }]) => [key, name] as const);
  return {
    ...record,
    values,
    facts: factsOf(partner, (id) => carried.tags.has(id)),
    words: { ...Object.fromEntries(sent), ...wordsOf(partner.addressPlace) },
  };
}

/**
 * What the edit form shows of a partner but holds in no field as a whole, in words by its label: a panel about a conflict
 * compares it as it was with as it is. Both have to be written alike.
 * @param mayRead whether the actor may read the tag with this UUID on this partner; the others are not told.
 */
export function factsOf(
  { serviceAreas, tags, hidden }: Pick<SavedPartner, "serviceAreas" | "tags" | "hidden">,
  mayRead: (tagId: string) => boolean,
): NonNullable<StaleRecord["facts"]> {
  const readable = tags.filter(({ id }) => mayRead(id));
  return {
    "Service areas": serviceAreas.map(({ name }) => name).join(", "),
    Tags: readable.map(({ name }) => name).join(", "),
    "On the public pages": hidden ? "hidden" : "shown",
  };
}

/** How the code of a partner's address reads. */
export function wordsOf(place: NamedPlace | null): NonNullable<StaleRecord["words"]> {
  return place === null ? {} : { [place.code]: place.name };
}

import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { partnerAddresses, partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { scopeOf } from "@/lib/permissions/scope";
import { LONGEST, partnerPath } from "@/lib/places/partners/constants";
import { Refusal } from "@/lib/platform/errors";
import { searchText } from "@/lib/platform/lists/schemas";
import { ALIKE, MOST_SIMILAR } from "./constants";

/** What is known of a partner that is being made. `exceptId`: its own UUID, where it has one already. */
export type PartnerLikeness = Readonly<{ name: string; postcode: string; exceptId?: string }>;

/** A partner that is there already and could be the same: its name and page. */
export type SimilarPartner = { name: string; href: string };

/**
 * For each partner that is to be made, those within the actor's remit whose name is like its name or whose address has the
 * same postcode, the likest first, at most `MOST_SIMILAR`. Those outside the remit are neither named nor counted. One
 * statement, however many they are.
 */
export async function findSimilarPartners(
  tx: Transaction,
  actor: Actor,
  likenesses: readonly PartnerLikeness[],
): Promise<SimilarPartner[][]> {
  const asked = likenesses.map(({ name, postcode, exceptId = null }, n) => ({
    ...{ n, exceptId },
    called: searchText(name, LONGEST.name).toLowerCase(),
    door: searchText(postcode, LONGEST.postcode * 2)
      .replaceAll(" ", "")
      .toUpperCase(),
  }));
  const known = asked.filter(({ called, door }) => called !== "" || door !== "");
  if (known.length === 0) return likenesses.map(() => []);
  const likeness = sql`similarity(lower(${partners.name}), asked.called)`;
  // The operator finds candidates by the index on names; its own bound lies below ours.
  const alike = sql`(lower(${partners.name}) % asked.called and ${likeness} >= ${ALIKE})`;
  const sameDoor = sql`(asked.door <> '' and ${partners.id} = any(array(
    select ${partnerAddresses.partnerId} from ${partnerAddresses}
    where upper(replace(${partnerAddresses.postcode}, ' ', '')) = asked.door)))`;
  const rows = await tx.execute<{ n: number; id: string; externalId: string | null; name: string }>(sql`
    select asked.n as "n", found.* from json_to_recordset(${JSON.stringify(known)}::text::json)
      as asked(n integer, called text, door text, "exceptId" uuid)
    cross join lateral (
      select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name",
        row_number() over (order by ${likeness} desc, lower(${partners.name}), ${partners.id}) as place
      from ${partners}
      where (${alike} or ${sameDoor}) and (${scopeOf(actor, "partner", "view")})
        and ${partners.id} is distinct from asked."exceptId"
      order by place limit ${MOST_SIMILAR}) as found
    order by asked.n, found.place`);
  return likenesses.map((_, n) =>
    rows.filter((row) => row.n === n).map((row) => ({ name: row.name, href: partnerPath(row) })),
  );
}

/** The same of one for whoever is typing, in a transaction of its own. */
export async function listSimilarPartners(actor: Actor, likeness: PartnerLikeness): Promise<SimilarPartner[]> {
  const [found = []] = await readTransaction((tx) => findSimilarPartners(tx, actor, [likeness]));
  return found;
}

/**
 * Nothing where there is no similar partner.
 * @throws Refusal that names and links them, for a form that has not been shown them yet.
 */
export async function refuseSimilar(tx: Transaction, actor: Actor, likeness: PartnerLikeness): Promise<void> {
  const [records = []] = await findSimilarPartners(tx, actor, [likeness]);
  if (records.length === 0) return;
  const sentence = "This partner may be there already. If none of these is the same, create it all the same.";
  throw new Refusal("invalid", { fields: { duplicatesSeen: sentence }, records });
}

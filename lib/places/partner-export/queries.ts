import "server-only";
import { stringify } from "csv-stringify/sync";
import { readTransaction, writeTransaction } from "@/db/client";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition } from "@/lib/permissions/scope";
import { COLUMN_HEADINGS, type PartnerColumn } from "@/lib/places/partner-list/constants";
import { countListed, type PartnerListItem, readListed } from "@/lib/places/partner-list/queries";
import { type PartnerListQuery, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import { personLabel, recordAudit } from "@/lib/platform/audit";
import { MOST_EXPORTED } from "./constants";

/** Partners that are read and written at a time: little enough to hold, enough that asking costs nothing beside it. */
const BATCH = 1_000;

/** Why there is no file, in words for whoever asked. */
export type ExportRefusal = { ok: false; status: 403 | 413; sentence: string };

/** The list as a file: its texts as they come. */
export type PartnerExport = { ok: true; count: number; texts: AsyncGenerator<string> } | ExportRefusal;

/** How many partners the file would hold, or why there is none. Leaves nothing in the trail. */
export async function countExported(
  actor: Actor,
  query: PartnerListQuery,
): Promise<{ ok: true; count: number } | ExportRefusal> {
  if (listCondition(actor, "partner", "export").rows === "none") {
    return { ok: false, status: 403, sentence: "None of your roles opens a list of partners." };
  }
  const count = await readTransaction((tx) => countListed(tx, actor, query));
  return count > MOST_EXPORTED ? { ok: false, status: 413, sentence: tooMany(count) } : { ok: true, count };
}

/**
 * The list of partners as CSV, all pages of it: exactly its rows and columns, read as it is sent, and in its order unless
 * that is the last change: a partner that changes while the file is read would leave its place there, and be missed, so
 * that such a file goes by name. Leaves an event in the trail that says what was asked for and how many there were. Cells
 * that a spreadsheet would run are defused.
 * @param requestId of the request, for the trail.
 */
export async function exportPartners(actor: Actor, asked: PartnerListQuery, requestId: string): Promise<PartnerExport> {
  const query = { ...asked, cursor: null };
  const counted = await countExported(actor, query);
  if (!counted.ok) return counted;
  const { count } = counted;
  await writeTransaction({ actorId: actor.userId, requestId }, (tx) =>
    recordAudit(tx, {
      actorId: actor.userId,
      actorLabel: personLabel(actor),
      action: "partner.export",
      resourceType: "system",
      resourceId: "portal",
      after: { count, list: partnerListHref(PARTNERS_PATH, query) },
      requestId,
    }),
  );
  const sort = query.sort === "-changed" ? "name" : query.sort;
  return { ok: true, count, texts: textsOf(actor, { ...query, sort }, count) };
}

function tooMany(count: number): string {
  const [found, most] = [count, MOST_EXPORTED].map((figure) => figure.toLocaleString("en-GB"));
  return `The list holds ${found} partners, and a file at most ${most}. Narrow the list, then export it.`;
}

async function* textsOf(actor: Actor, query: PartnerListQuery, total: number): AsyncGenerator<string> {
  yield csvOf([["Name", ...query.columns.map((column) => COLUMN_HEADINGS[column])]], true);
  let cursor = query.cursor;
  do {
    const from = { ...query, cursor };
    const batch = await readTransaction((tx) => readListed(tx, actor, from, { limit: BATCH, total }), "replica");
    if (batch.partners.length > 0) yield csvOf(batch.partners.map((partner) => cellsOf(partner, query)));
    cursor = batch.next;
  } while (cursor !== null);
}

/** The mark at the beginning tells spreadsheet programs that the file is UTF-8. */
function csvOf(rows: readonly (readonly (string | number)[])[], first = false): string {
  return stringify([...rows], { bom: first, record_delimiter: "windows", escape_formulas: true });
}

function cellsOf(partner: PartnerListItem, { columns }: PartnerListQuery): readonly (string | number)[] {
  return [partner.name, ...columns.map((column) => CELLS[column](partner))];
}

/** The columns of the list, as texts: what the page shows as badges and counts stands in words, places all by name. */
const CELLS: Readonly<Record<PartnerColumn, (partner: PartnerListItem) => string | number>> = {
  places: ({ placeNames }) => placeNames.join("; "),
  postcode: ({ postcode }) => postcode ?? "",
  tags: tagsInWords,
  admins: ({ adminCount }) => adminCount,
  changed: ({ changedAt }) => changedAt.slice(0, 10),
  state: ({ hidden, hasAdmin }) => [...(hidden ? ["Hidden"] : []), ...(hasAdmin ? [] : ["No admin"])].join("; "),
};

function tagsInWords({ tags, unseenTags }: PartnerListItem): string {
  const others = unseenTags === 1 ? "1 other partnership" : `${unseenTags} other partnerships`;
  return [...tags.map(({ name }) => name), ...(unseenTags > 0 ? [others] : [])].join("; ");
}

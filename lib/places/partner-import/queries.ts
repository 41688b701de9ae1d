import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, type Transaction } from "@/db/client";
import { neighbourhoods, partners, tags } from "@/db/schema/places";
import { newId } from "@/lib/permissions/catalogue";
import { decide, decideMany } from "@/lib/permissions/decide";
import type { Actor } from "@/lib/permissions/load-actor";
import { readsTag } from "@/lib/permissions/readable-tags";
import type { Reason } from "@/lib/permissions/reasons";
import { listCondition } from "@/lib/permissions/scope";
import { type ProposedPartner, proposedBy } from "@/lib/places/partner-changes/schemas";
import { findSimilarPartners } from "@/lib/places/partner-duplicates/queries";
import type { NewPartner } from "@/lib/places/partners/schemas";
import { partnerFormSchema } from "@/lib/places/partners/schemas";
import { lookUpPostcodes } from "@/lib/places/postcodes/queries";
import { normalPostcode } from "@/lib/places/postcodes/schemas";
import { readCsv } from "@/lib/platform/csv/read-csv";
import { IMPORT_COLUMNS } from "./constants";
import { headingOf, type ImportFault, type ImportLine, type ImportOutcome, linesByField, partsOf } from "./schemas";

/** Why this person may import nothing, because there is no partner that they could make; null where they may. */
export async function getImportRefusal(actor: Actor): Promise<readonly Reason[] | null> {
  if (listCondition(actor, "partner", "create").rows !== "none") return null;
  const resource = { type: "partner", id: newId, properties: {} };
  return readTransaction(async (tx) => (await decide(tx, { actor, action: "create", resource })).reasons);
}

/** A line of a file as it was judged: what it would make, unless something is wrong with it. */
export type JudgedLine = Readonly<{
  line: number;
  name: string;
  faults: readonly ImportFault[];
  /** Null where there is a fault. */
  partner: Readonly<{ sent: NewPartner; proposed: ProposedPartner }> | null;
}>;

/** Every line of a file as it was judged, or one sentence about the file as a whole. */
export type JudgedImport = Readonly<{ lines: readonly JudgedLine[] }> | Readonly<{ fault: string }>;

/**
 * Judges each line of a file by itself, as the form for a new partner would, by the names and rights of now. Nothing is
 * written. Six statements, however long the file.
 */
export async function judgeImport(tx: Transaction, actor: Actor, text: string): Promise<JudgedImport> {
  const csv = readCsv(text);
  const read = "fault" in csv ? csv : linesByField(csv.heading, csv.records);
  if ("fault" in read) return read;
  const found = await findNamed(tx, actor, read.lines);
  const typed = read.lines.map((line) => typedLine(line, found));
  return { lines: await judged(tx, actor, typed) };
}

/** The lines as they are told, those that would be made each with the partners that are there already and may be the same. One statement. */
export async function withSimilar(
  tx: Transaction,
  actor: Actor,
  lines: readonly JudgedLine[],
): Promise<ImportOutcome["lines"]> {
  const likenesses = lines.map(({ partner }) => ({
    name: partner?.sent.name ?? "",
    postcode: partner?.sent.postcode ?? "",
  }));
  const similar = await findSimilarPartners(tx, actor, likenesses);
  return lines.map(({ partner: _, ...line }, index) => ({ ...line, similar: similar[index] ?? [] }));
}

/** What the words of a file stand for, each by its key or its name in small letters; null where several are called so. */
type Found = Readonly<{
  places: ReadonlyMap<string, NamedPlace | null>;
  tags: ReadonlyMap<string, NamedTag | null>;
  /** Names of partners that there are, in small letters. */
  names: ReadonlySet<string>;
  /** What a postcode lies in, by `normalPostcode`. */
  postcodes: Awaited<ReturnType<typeof lookUpPostcodes>>;
}>;

type NamedPlace = { id: string; code: string; name: string };
type NamedTag = {
  id: string;
  externalId: string | null;
  name: string;
  number: number;
  kind: "category" | "facility" | "partnership";
};
type TypedLine = Omit<JudgedLine, "partner"> & Readonly<{ sent: NewPartner | null; proposed: ProposedPartner | null }>;

async function findNamed(tx: Transaction, actor: Actor, lines: readonly ImportLine[]): Promise<Found> {
  const all = (pick: (cells: ImportLine["cells"]) => readonly string[]) =>
    textList([...new Set(lines.flatMap(({ cells }) => pick(cells)).map((text) => text.toLowerCase()))]);
  const places = await tx.execute<NamedPlace>(sql`
    select ${neighbourhoods.id} as "id", ${neighbourhoods.code} as "code", ${neighbourhoods.name} as "name" from ${neighbourhoods}
    where lower(${neighbourhoods.code}) in ${all(placesOf)} or lower(${neighbourhoods.name}) in ${all(placesOf)}`);
  const named = await tx.execute<NamedTag>(sql`
    select ${tags.id} as "id", ${tags.externalId} as "externalId", ${tags.name} as "name", ${tags.number} as "number", ${tags.kind} as "kind"
    from ${tags} where lower(${tags.externalId}) in ${all(tagsOf)} or lower(${tags.name}) in ${all(tagsOf)}`);
  const names = await tx.execute<{ name: string }>(sql`
    select lower(${partners.name}) as "name" from ${partners} where lower(${partners.name}) in ${all(({ name = "" }) => [name])}`);
  return {
    places: byWords(places, ({ code, name }) => [code, name]),
    tags: byWords(
      named.filter((tag) => readsTag(actor, null, tag)),
      ({ externalId, name }) => [externalId ?? "", name],
    ),
    names: new Set(names.map(({ name }) => name)),
    postcodes: await lookUpPostcodes(
      tx,
      lines.flatMap(({ cells }) => cells.postcode ?? []),
    ),
  };
}

const placesOf = ({ addressPlace, addNeighbourhoods }: ImportLine["cells"]) => [
  ...partsOf(addressPlace),
  ...partsOf(addNeighbourhoods),
];
const tagsOf = ({ addTags }: ImportLine["cells"]) => partsOf(addTags);

/** One parameter, however many texts. PostgreSQL holds no zero byte in a text and would raise an error for it. */
function textList(texts: readonly string[]) {
  return sql`(select json_array_elements_text(${JSON.stringify(texts.filter((text) => !text.includes("\0")))}::text::json))`;
}

function byWords<Item>(items: readonly Item[], wordsOf: (item: Item) => readonly string[]): Map<string, Item | null> {
  const found = new Map<string, Item | null>();
  for (const item of items) {
    for (const word of new Set(wordsOf(item).map((text) => text.toLowerCase()))) {
      found.set(word, found.has(word) ? null : item);
    }
  }
  return found;
}

/** A line with its words turned into keys, and judged as the form would judge it. */
function typedLine({ line, cells }: ImportLine, found: Found): TypedLine {
  const faults = unreadCells(cells);
  const resolved = <Item>(
    cell: string | undefined,
    from: ReadonlyMap<string, Item | null>,
    column: string,
    noun: string,
  ) =>
    partsOf(cell).flatMap((word) => {
      const item = from.get(word.toLowerCase());
      if (item === undefined) faults.push({ column, sentence: `There is no ${noun} “${word}” that you may choose.` });
      if (item === null) faults.push({ column, sentence: `Several are called “${word}”. Give its code instead.` });
      return item ?? [];
    });
  const address = resolved(cells.addressPlace, found.places, "Neighbourhood", "neighbourhood");
  if (address.length > 1) faults.push({ column: "Neighbourhood", sentence: "An address lies in one neighbourhood." });
  const areas = resolved(cells.addNeighbourhoods, found.places, "Service areas", "neighbourhood");
  const chosen = resolved(cells.addTags, found.tags, "Tags", "tag");
  const looked =
    cells.addressPlace === undefined
      ? found.postcodes.get(normalPostcode(cells.postcode ?? "") ?? "")?.code
      : undefined;
  const place = address[0]?.code ?? looked;
  const parsed = partnerFormSchema.safeParse({
    ...cells,
    name: cells.name ?? "",
    ...(place === undefined ? { addressPlace: undefined } : { addressPlace: place }),
    addNeighbourhoods: areas.map(({ code }) => code),
    addTags: chosen.map(({ id }) => id),
  });
  const name = cells.name ?? "";
  if (found.names.has(name.toLowerCase())) {
    faults.push({ column: "Name", sentence: "There is a partner of this name already." });
  }
  const wrong = new Set(faults.map(({ column }) => column));
  const typing = parsed.success ? [] : parsed.error.issues.map(({ path, message }) => asFault(path[0], message));
  const all = [...faults, ...typing.filter(({ column }) => !wrong.has(column))];
  const sent = all.length === 0 && parsed.success ? parsed.data : null;
  const posted = {
    places: new Map([...found.places.values()].flatMap((one) => (one === null ? [] : [[one.code, one] as const]))),
    tags: new Map(chosen.map((tag) => [tag.id, tag] as const)),
  };
  return { line, name, faults: all, sent, proposed: sent === null ? null : proposedBy(sent, posted) };
}

/** The cells in which a character was lost before the file came here: its name would never be found again. */
function unreadCells(cells: ImportLine["cells"]): ImportFault[] {
  return IMPORT_COLUMNS.filter(({ field }) => cells[field]?.includes("\ufffd")).map(({ heading }) => ({
    column: heading,
    sentence: "A character could not be read. Save the file as UTF-8, and look at this cell.",
  }));
}

function asFault(field: PropertyKey | undefined, sentence: string): ImportFault {
  return { column: headingOf(String(field ?? "")), sentence };
}

/** The engine's answer to each line that is well typed, and the second of two lines with the same name refused. */
async function judged(tx: Transaction, actor: Actor, lines: readonly TypedLine[]): Promise<JudgedLine[]> {
  const asked = lines.filter(({ proposed }) => proposed !== null);
  const decisions = await decideMany(
    tx,
    asked.map(({ proposed }) => ({
      actor,
      action: "create",
      resource: { type: "partner", id: newId, properties: propertiesOf(proposed) },
    })),
  );
  const seen = new Set<string>();
  return lines.map(({ sent, proposed, ...line }) => {
    const twin = seen.has(line.name.toLowerCase());
    seen.add(line.name.toLowerCase());
    const decision = decisions[asked.findIndex((one) => one.line === line.line)];
    const denied = proposed !== null && decision?.outcome !== "allow" ? (decision?.reasons ?? []) : [];
    const faults: ImportFault[] = [
      ...line.faults,
      ...(twin ? [{ column: "Name", sentence: "An earlier line of this file has the same name." }] : []),
      ...denied.map(({ text }) => ({ column: null, sentence: text })),
    ];
    const partner = faults.length === 0 && sent !== null && proposed !== null ? { sent, proposed } : null;
    return { ...line, faults, partner };
  });
}

function propertiesOf(proposed: ProposedPartner | null): Record<string, unknown> {
  return {
    address: proposed?.addressPlace == null ? null : { neighbourhood: proposed.addressPlace.code },
    serviceAreas: proposed?.serviceAreas.map(({ code }) => code) ?? [],
    tags: proposed?.tags.map(({ id }) => id) ?? [],
  };
}

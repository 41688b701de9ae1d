import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { chunked, recordset, uuidArray } from "./bulk";
import { fileSource } from "./calendar-source";
import type { WorldError } from "./errors";
import { orNull, type ParsedWorld, present, textAt } from "./parse";
import type { Resolved, ResolvedWorld } from "./resolve";

/**
 * Every partner's name and site's domain that the file has given before, ignoring case. The database compares, because
 * its unique indexes do: JavaScript folds other letters. One statement each, also for an entry that is otherwise wrong.
 */
export async function sameValueErrors(tx: Transaction, world: ParsedWorld): Promise<WorldError[]> {
  return [
    ...(await sameIgnoringCase(tx, world, "partners", "name")),
    ...(await sameIgnoringCase(tx, world, "sites", "domain")),
  ];
}

async function sameIgnoringCase(
  tx: Transaction,
  { raw }: ParsedWorld,
  list: "partners" | "sites",
  field: string,
): Promise<WorldError[]> {
  const rows = raw[list].flatMap((entry, index) => {
    const value = textAt(entry, field);
    return value === null ? [] : [{ index, value }];
  });
  const twice = await tx.execute<{ index: number; first: number; value: string }>(sql`
    select index, first, value from (
      select r.index, r.value, min(r.index) over (partition by lower(r.value)) as first
        from ${recordset(rows, "index int, value text")}
    ) given
    where first < index order by index`);
  return twice.map(({ index, first, value }) => ({
    path: `${list}[${index}].${field}`,
    message: `the same ignoring case as ${list}[${first}].${field}: "${value}"`,
  }));
}

/** A column whose values are unique among the records of a list. */
type UniqueColumn = Readonly<{
  list: "partners" | "calendars" | "sites";
  noun: string;
  field: string;
  column: SQL;
  /** What of a value is unique. */
  fold: (value: SQL) => SQL;
}>;

const asItIs = (value: SQL) => value;
const ignoringCase = (value: SQL) => sql`lower(${value})`;

const PARTNER = { list: "partners", noun: "a partner" } as const;
const SITE = { list: "sites", noun: "a site" } as const;
const PARTNER_NAME: UniqueColumn = { ...PARTNER, field: "name", column: sql`name`, fold: ignoringCase };
const PARTNER_SLUG: UniqueColumn = { ...PARTNER, field: "slug", column: sql`slug`, fold: asItIs };
const SITE_SLUG: UniqueColumn = { ...SITE, field: "slug", column: sql`slug`, fold: asItIs };
const SITE_DOMAIN: UniqueColumn = { ...SITE, field: "domain", column: sql`domain`, fold: ignoringCase };
const SOURCE: UniqueColumn = {
  list: "calendars",
  noun: "a calendar",
  field: "url",
  column: sql`url_key`,
  fold: asItIs,
};

/** A value that the file gives to a record: where, the record's id, what the database keeps unique, and what people read. */
type Given = Readonly<{ index: number; id: string; value: string; shown: string }>;

/**
 * Frees the names, slugs, sources and domains that the file gives to other records than those that hold them now, and
 * reports each one that is held by a record outside the file. Two records may so swap them in one file.
 */
export async function heldValueErrors(
  tx: Transaction,
  world: ParsedWorld,
  resolved: ResolvedWorld,
): Promise<WorldError[]> {
  const { partners, calendars, sites } = world;
  const sourceOf = ({ url }: { url?: string | null | undefined }) => {
    const source = fileSource(url, world.structureOnly);
    return source === null || "fault" in source ? null : { value: source.key, shown: source.url };
  };
  const plain = (text: string | null | undefined) => {
    const value = orNull(text);
    return value === null ? null : { value, shown: value };
  };
  return [
    ...(await free(
      tx,
      PARTNER_NAME,
      given(partners, resolved.partners, ({ name }) => plain(name)),
    )),
    ...(await free(
      tx,
      PARTNER_SLUG,
      given(partners, resolved.partners, ({ slug }) => plain(slug)),
    )),
    ...(await free(tx, SOURCE, given(calendars, resolved.calendars, sourceOf))),
    ...(await free(
      tx,
      SITE_SLUG,
      given(sites, resolved.sites, ({ slug }) => plain(slug)),
    )),
    ...(await free(
      tx,
      SITE_DOMAIN,
      given(sites, resolved.sites, ({ domain }) => plain(domain)),
    )),
  ];
}

type Values = Readonly<{ named: ReadonlySet<string>; rows: readonly Given[] }>;

function given<Entry extends { id: string }>(
  entries: readonly (Entry | undefined)[],
  records: ReadonlyMap<string, Resolved>,
  read: (entry: Entry) => Pick<Given, "value" | "shown"> | null,
): Values {
  const named = new Set<string>();
  const rows: Given[] = [];
  for (const [index, entry] of present(entries)) {
    const id = records.get(entry.id)?.id;
    if (id === undefined) continue;
    named.add(id);
    const value = read(entry);
    if (value !== null) rows.push({ index, id, ...value });
  }
  return { named, rows };
}

async function free(tx: Transaction, unique: UniqueColumn, { named, rows }: Values): Promise<WorldError[]> {
  const { list, noun, field, column, fold } = unique;
  const errors: WorldError[] = [];
  for (const chunk of chunked(rows)) {
    const held = await tx.execute<{ index: number; shown: string; holder: string }>(sql`
      select r.index, r.shown, t.id as holder from ${recordset(chunk, "index int, id uuid, value text, shown text")}
        join ${sql.raw(list)} t on ${fold(sql`t.${column}`)} = ${fold(sql`r.value`)} where t.id <> r.id`);
    for (const { index, shown, holder } of held) {
      if (named.has(holder)) continue;
      const message = `${noun} outside this file already has "${shown}"`;
      errors.push({ path: `${list}[${index}].${field}`, message });
    }
    await park(
      tx,
      unique,
      held.filter(({ holder }) => named.has(holder)).map(({ holder }) => holder),
    );
  }
  return errors;
}

/** The parked value is overwritten in the same transaction: the file names the record, and with another value. */
async function park(tx: Transaction, { list, column }: UniqueColumn, holders: readonly string[]): Promise<void> {
  if (holders.length === 0) return;
  await tx.execute(sql`update ${sql.raw(list)} set ${column} = '~' || id where id = any(${uuidArray(holders)})`);
}

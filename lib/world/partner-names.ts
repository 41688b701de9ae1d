import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { chunked, recordset, uuidArray } from "./bulk";
import { orNull } from "./duplicates";
import type { WorldError } from "./errors";
import { type Entries, type ParsedWorld, present, textAt } from "./parse";
import type { ResolvedWorld } from "./resolve";
import type { PartnerEntry } from "./schema";

/**
 * Every partner whose name the file has given before, ignoring case. The database compares, because its unique index
 * does: JavaScript folds other letters. One statement, also for a name whose entry is otherwise wrong.
 */
export async function sameNameErrors(tx: Transaction, { raw }: ParsedWorld): Promise<WorldError[]> {
  const rows = raw.partners.flatMap((entry, index) => {
    const name = textAt(entry, "name");
    return name === null ? [] : [{ index, name }];
  });
  const twice = await tx.execute<{ index: number; first: number; name: string }>(sql`
    select index, first, name from (
      select r.index, r.name, min(r.index) over (partition by lower(r.name)) as first
        from ${recordset(rows, "index int, name text")}
    ) named
    where first < index order by index`);
  return twice.map(({ index, first, name }) => ({
    path: `partners[${index}].name`,
    message: `the same ignoring case as partners[${first}].name: "${name}"`,
  }));
}

type NameRow = Readonly<{ index: number; id: string; name: string; slug: string | null }>;

/**
 * Frees the names and slugs that the file gives to other partners than those that hold them now, and reports each one
 * that is held by a partner outside the file. Two partners may so swap names in one file.
 */
export async function freePartnerNames(
  tx: Transaction,
  entries: Entries<PartnerEntry>,
  resolved: ResolvedWorld,
): Promise<WorldError[]> {
  const rows = [...present(entries)].map(([index, entry]): NameRow => {
    const id = resolved.partners.get(entry.id)?.id ?? newId();
    return { index, id, name: entry.name, slug: orNull(entry.slug) };
  });
  const named = new Set(rows.map((row) => row.id));
  const errors: WorldError[] = [];
  for (const chunk of chunked(rows)) {
    const source = recordset(chunk, "index int, id uuid, name text, slug text");
    const held = await tx.execute<{ index: number; field: "name" | "slug"; value: string; holder: string }>(sql`
      select r.index, 'name' as field, r.name as value, p.id as holder from ${source}
        join partners p on lower(p.name) = lower(r.name) where p.id <> r.id
      union all
      select r.index, 'slug', r.slug, p.id from ${source} join partners p on p.slug = r.slug where p.id <> r.id`);
    for (const { index, field, value, holder } of held) {
      if (named.has(holder)) continue;
      const message = `a partner outside this file already has "${value}"`;
      errors.push({ path: `partners[${index}].${field}`, message });
    }
    await parkNames(
      tx,
      held.filter(({ holder }) => named.has(holder)),
    );
  }
  return errors;
}

/** The parked value is overwritten in the same transaction: the file names the partner, and under another name. */
async function parkNames(tx: Transaction, held: readonly { field: string; holder: string }[]): Promise<void> {
  const holders = (field: string) => held.filter((row) => row.field === field).map((row) => row.holder);
  const names = holders("name");
  const slugs = holders("slug");
  if (names.length > 0) await tx.execute(sql`update partners set name = '~' || id where id = any(${uuidArray(names)})`);
  if (slugs.length > 0) await tx.execute(sql`update partners set slug = '~' || id where id = any(${uuidArray(slugs)})`);
}

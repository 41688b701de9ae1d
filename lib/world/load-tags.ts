import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { chunked, collectIds, countEdit, type ListCounts, type Report, recordset } from "./bulk";
import { orNull } from "./duplicates";
import { type Entries, present } from "./parse";
import { externalIdOf, type Resolved } from "./resolve";
import type { TagEntry } from "./schema";

const COLUMNS = `id uuid, "externalId" text, kind text, name text, description text`;

/** Writes the tags of a file. That a known tag keeps its kind has been checked. */
export async function writeTags(
  tx: Transaction,
  entries: Entries<TagEntry>,
  tags: ReadonlyMap<string, Resolved>,
  report: Report,
): Promise<ListCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const rows = [...present(entries)].map(([, entry]) => tagRow(entry, tags));
  for (const chunk of chunked(rows)) {
    const fresh = chunk.filter((row) => row.isNew);
    const known = chunk.filter((row) => !row.isNew);
    const edited = new Set<string>();
    if (fresh.length > 0) {
      await tx.execute(sql`
        insert into tags (id, external_id, kind, name, description)
        select r.id, r."externalId", r.kind, r.name, r.description from ${recordset(fresh, COLUMNS)}`);
    }
    if (known.length > 0) {
      await collectIds(
        tx,
        edited,
        sql`
        update tags t set name = r.name, description = r.description from ${recordset(known, COLUMNS)}
         where t.id = r.id and (t.name, t.description) is distinct from (r.name, r.description)
        returning t.id`,
      );
      await countEdit(tx, sql`tags`, edited);
    }
    counts.created += fresh.length;
    counts.changed += edited.size;
    counts.unchanged += known.length - edited.size;
    report(chunk.length);
  }
  return counts;
}

function tagRow(entry: TagEntry, tags: ReadonlyMap<string, Resolved>) {
  const { id = newId(), isNew = true } = tags.get(entry.id) ?? {};
  const { kind, name } = entry;
  return { id, isNew, externalId: externalIdOf(entry.id, id), kind, name, description: orNull(entry.description) };
}

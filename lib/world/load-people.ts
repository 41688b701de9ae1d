import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { newId } from "@/lib/platform/ids";
import { chunked, collectIds, countEdit, type ListCounts, type Report, recordset, uuidArray } from "./bulk";
import { orNull } from "./duplicates";
import { type Entries, normalEmail, present } from "./parse";
import type { Resolved } from "./resolve";
import type { UserEntry } from "./schema";

type UserRow = Readonly<{
  id: string;
  isNew: boolean;
  email: string;
  name: string;
  phone: string | null;
  verified: boolean;
  deactivated: boolean;
  deactivationId: string | null;
}>;

const COLUMNS = `id uuid, email text, name text, phone text, verified boolean, deactivated boolean, "deactivationId" uuid`;

/** Writes the people of a file: new accounts, other names, telephone numbers, and whether they are verified or deactivated. */
export async function writeUsers(
  tx: Transaction,
  entries: Entries<UserEntry>,
  users: ReadonlyMap<string, Resolved>,
  report: Report,
): Promise<ListCounts> {
  const counts = { created: 0, changed: 0, unchanged: 0 };
  const rows = [...present(entries)].map(([, entry]) => userRow(entry, users));
  for (const chunk of chunked(rows)) {
    const fresh = chunk.filter((row) => row.isNew);
    const known = chunk.filter((row) => !row.isNew);
    if (fresh.length > 0) await insertUsers(tx, fresh);
    const edited = known.length > 0 ? await updateUsers(tx, known) : new Set<string>();
    counts.created += fresh.length;
    counts.changed += edited.size;
    counts.unchanged += known.length - edited.size;
    report(chunk.length);
  }
  return counts;
}

function userRow(entry: UserEntry, users: ReadonlyMap<string, Resolved>): UserRow {
  const email = normalEmail(entry.email);
  const { id = newId(), isNew = true } = users.get(email) ?? {};
  const deactivated = entry.deactivated ?? false;
  return {
    id,
    isNew,
    email,
    name: entry.name,
    phone: orNull(entry.phone),
    verified: entry.verified ?? true,
    deactivated,
    deactivationId: deactivated ? newId() : null,
  };
}

async function insertUsers(tx: Transaction, rows: readonly UserRow[]): Promise<void> {
  const source = recordset(rows, COLUMNS);
  await tx.execute(sql`
    insert into users (id, email, name, phone, verified_at)
    select r.id, r.email, r.name, r.phone, case when r.verified then now() end from ${source}`);
  await deactivate(tx, source);
}

async function updateUsers(tx: Transaction, rows: readonly UserRow[]): Promise<Set<string>> {
  const source = recordset(rows, COLUMNS);
  const edited = new Set<string>();
  await collectIds(
    tx,
    edited,
    sql`
    update users u
       set name = r.name, phone = r.phone,
           verified_at = case when r.verified then coalesce(u.verified_at, now()) end
      from ${source}
     where u.id = r.id
       and (u.name, u.phone, u.verified_at is not null) is distinct from (r.name, r.phone, r.verified)
    returning u.id`,
  );
  for (const { id } of await deactivate(tx, source)) edited.add(id);
  const active = rows.filter((row) => !row.deactivated).map((row) => row.id);
  await collectIds(
    tx,
    edited,
    sql`
    update user_deactivations set reactivated_at = now()
     where reactivated_at is null and user_id = any(${uuidArray(active)})
    returning user_id as id`,
  );
  await countEdit(tx, sql`users`, edited);
  return edited;
}

/** Deactivates those who should be and are not yet. */
async function deactivate(tx: Transaction, source: SQL): Promise<readonly { id: string }[]> {
  return tx.execute<{ id: string }>(sql`
    insert into user_deactivations (id, user_id, deactivated_at)
    select r."deactivationId", r.id, now() from ${source}
     where r.deactivated
       and not exists (select 1 from user_deactivations d where d.user_id = r.id and d.reactivated_at is null)
    returning user_id as id`);
}

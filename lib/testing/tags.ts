import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction, writeTransaction } from "@/db/client";
import { findTags } from "@/lib/permissions/facts/records";
import type { Actor } from "@/lib/permissions/load-actor";
import { insertTag } from "@/lib/places/tag-form/mutations";
import { type TagKind, tagPath } from "@/lib/places/tags/constants";
import { newId } from "@/lib/platform/ids";
import { inSight } from "./in-sight";

/** A tag that belongs to one test alone. */
export type TestTag = Readonly<{ id: string; name: string; path: string }>;

/** A name for a tag of a test that no other test and no other run uses. */
export function freshTagName(about: string): string {
  return `Test ${about} ${newId().slice(-8)}`;
}

/** Makes a tag of the test's own in the demo world. Its name is unique, its address is its UUID. */
export async function addTagForTest(about: string, kind: TagKind): Promise<TestTag> {
  const name = freshTagName(about);
  const id = await writeTransaction({ actorId: null, requestId: null }, (tx) =>
    insertTag(tx, { kind, name, description: null }),
  );
  return { id, name, path: tagPath({ id, externalId: null }) };
}

/** A tag as it is in the database now. `carriers`: the names of the partners that carry it. */
export type TestTagState = Readonly<{
  id: string;
  kind: string;
  name: string;
  description: string | null;
  carriers: readonly string[];
}>;

/** Reads a tag past every page and permission, by its UUID or its name; null where there is none. */
export async function readTagForTest(idOrName: string): Promise<TestTagState | null> {
  return readTransaction(async (tx) => {
    const [row = null] = await tx.execute<TestTagState>(sql`
      select t.id, t.kind, t.name, t.description,
        array(select p.name from partner_tags l join partners p on p.id = l.partner_id where l.tag_id = t.id order by p.name) as carriers
      from tags t where t.id::text = ${idOrName} or t.name = ${idOrName}`);
    return row;
  });
}

/** The addresses of every tag that the engine lets this actor view. */
export async function tagPathsInSight(actor: Actor): Promise<string[]> {
  const seen = await inSight(actor, "tag");
  return (await readTransaction((tx) => findTags(tx, seen))).map(tagPath);
}

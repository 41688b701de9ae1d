import "server-only";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { readTransaction } from "@/db/client";
import { deleteNeighbourhoodAction, updateNeighbourhoodAction } from "@/lib/places/neighbourhood-form/actions";
import { type Acted, act, type Fields } from "./partner-acts";
import { placeNow } from "./places";

/** Posts an edit of a place in the version that is there now, or in an older one. */
export async function editPlace(who: string, code: string, fields: Fields, version?: number): Promise<Acted> {
  const current = version ?? (await placeNow(code))?.version ?? 1;
  return act(who, updateNeighbourhoodAction, { neighbourhoodId: code, version: current, ...fields });
}

/** Posts that a place shall go, in the version that is there now, or in an older one. */
export async function deletePlace(who: string, code: string, version?: number): Promise<Acted> {
  const current = version ?? (await placeNow(code))?.version ?? 1;
  return act(who, deleteNeighbourhoodAction, { neighbourhoodId: code, version: current });
}

/** Expects a refusal with sentences on exactly these fields, after which the whole tree is as it was. */
export async function expectTreeKept(
  work: () => Promise<Acted>,
  code: string,
  on: readonly string[] = [],
): Promise<Acted> {
  const before = await tree();
  const done = await work();
  expect(done.to).toBeNull();
  expect(done.refused?.code).toBe(code);
  expect(Object.keys(done.refused?.fields ?? {}).toSorted()).toEqual([...on].toSorted());
  for (const sentence of Object.values(done.refused?.fields ?? {})) expect(sentence).toMatch(/^\S.*\.$/s);
  expect(await tree()).toEqual(before);
  return done;
}

async function tree(): Promise<unknown[]> {
  const every = sql`select code, name, welsh_name, unit, parent_id, version, path from neighbourhoods order by code`;
  return readTransaction(async (tx) => [...(await tx.execute(every))]);
}

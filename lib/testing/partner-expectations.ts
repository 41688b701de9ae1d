import "server-only";
import { expect } from "vitest";
import { type Acted, edit, type Fields, partnerNow, tracesOf } from "./partner-acts";

/** Edits, and expects the partner to be as it was but for these changes and its version. */
export async function expectSaved(who: string, partnerId: string, fields: Fields, changes: object): Promise<Acted> {
  const before = await partnerNow(partnerId);
  const done = await edit(who, partnerId, fields);
  expect(done.refused).toBeNull();
  expect(done.to).toMatch(/^\/places\/partners.*\?notice=partner-saved/);
  expect(await partnerNow(partnerId)).toEqual({ ...before, version: (before?.version ?? 0) + 1, ...changes });
  return done;
}

/** Edits, and expects a refusal with a sentence on exactly these fields, which changes nothing and leaves no trace. */
export async function expectRefused(
  who: string,
  partnerId: string,
  fields: Fields,
  code: string,
  on: readonly string[] = [],
): Promise<Acted> {
  const before = await partnerNow(partnerId);
  const traces = await tracesOf(before?.id ?? "");
  const done = await edit(who, partnerId, fields);
  expect(done.to).toBeNull();
  expect(done.refused?.code).toBe(code);
  expect(Object.keys(done.refused?.fields ?? {}).toSorted()).toEqual([...on].toSorted());
  for (const sentence of Object.values(done.refused?.fields ?? {})) expect(sentence).toMatch(/^\S.*\.$/s);
  expect(await partnerNow(partnerId)).toEqual(before);
  expect(await tracesOf(before?.id ?? "")).toEqual(traces);
  return done;
}

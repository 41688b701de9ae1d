import { beforeAll, describe, expect, it } from "vitest";
import * as grantActions from "@/lib/people/grants/actions";
import * as adminActions from "@/lib/people/partner-admins/actions";
import * as userActions from "@/lib/people/users/actions";
import type { ServerAction } from "@/lib/platform/action/pipeline";
import { peopleActionLines } from "./access-walk-people";
import { everything } from "./all-rows";
import { inRequest } from "./request";
import { loadForTest } from "./statements";
import { type Outcome, type Walker, walkers } from "./walkers";
import { prepareWalkers, sessionOf } from "./walking";
import { demoWorld } from "./world";

const actions: ReadonlyMap<string, ServerAction<unknown>> = new Map([
  ...Object.entries(grantActions).map(([name, action]) => [`lib/people/grants/actions.ts#${name}`, action] as const),
  ...Object.entries(adminActions).map(
    ([name, action]) => [`lib/people/partner-admins/actions.ts#${name}`, action] as const,
  ),
  ...Object.entries(userActions).map(([name, action]) => [`lib/people/users/actions.ts#${name}`, action] as const),
]);

beforeAll(async () => {
  await loadForTest(demoWorld());
  await prepareWalkers();
});

describe("the walk over people and roles", () => {
  it("has a line for every action that there is", () => {
    expect([...actions.keys()].filter((name) => !peopleActionLines.some(({ action }) => action === name))).toEqual([]);
  });

  it.each(peopleActionLines)(
    "$action on $about answers everybody as the table says, and changes nothing",
    async (line) => {
      const action = actions.get(line.action);
      if (action === undefined) throw new Error(`There is no ${line.action}.`);
      const found: Partial<Record<Walker, Outcome>> = {};
      const before = await rowsOfPeople();
      for (const walker of Object.keys(walkers) as Walker[]) {
        const { sessionId, cookie } = await sessionOf(walker);
        const [name = "", token = ""] = cookie.split("=");
        const input = line.input({ ownSession: sessionId, othersSession: sessionId, versions: {} });
        const { result, redirectedTo } = await inRequest({ cookies: name === "" ? {} : { [name]: token } }, () =>
          action(null, input),
        );
        found[walker] =
          result?.ok === false ? result.code : redirectedTo?.startsWith("/sign-in") ? "to /sign-in" : "done";
      }
      expect(found).toEqual(line.outcomes);
      expect(await rowsOfPeople()).toEqual(before);
    },
  );
});

/** Every row of every table but the trail, into which refused look-ups and the walk's own signing in go. */
async function rowsOfPeople(): Promise<unknown[]> {
  const tables = (await everything()) as [string, ...unknown[]][];
  return tables.filter(([name]) => name !== "audit_events");
}
